package io.eidolon.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands around the picture: first steps, favourites, mixes, comparing and saving.
 */
class StudioToolTests extends StudioBrowser {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void theFirstStepsAreShownUntilTheyArePutAwayAndNeverAgain() {
		Locator steps = this.studio.button("steps");
		assertThat(steps).isVisible();
		this.studio.button("steps-end").click();
		assertThat(steps).isHidden();
		open("");
		assertThat(steps).isHidden();
	}

	@Test
	void strokesFadeOnceTheyAreAnsweredUnlessTheyAreToStay() {
		Locator ink = this.studio.button("ink");
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(ink).hasClass("answered");
		this.studio.button("strokes").click();
		assertThat(ink).not().hasClass("answered");
	}

	@Test
	void aModelOfGreyPicturesHasGreyBrushes() {
		this.studio.model("fashion");
		assertThat(this.studio.button("colour")).isHidden();
		this.studio.button("grey").fill("255");
		assertThat(this.studio.button("grey-value")).hasText("100 %");
		this.studio.model("peeps");
		assertThat(this.studio.button("grey")).isHidden();
	}

	@Test
	void favouritesStayAfterAReload() {
		this.studio.pick(2);
		this.studio.button("favourite").click();
		assertThat(this.studio.button("favourite")).hasAttribute("aria-pressed", "true");
		Locator favourites = this.studio.page().locator("#favourites button");
		assertThat(favourites).hasCount(1);
		String favourite = String.valueOf(favourites.locator("img").getAttribute("src"));
		this.studio.pick(3);
		assertThat(this.studio.button("favourite")).hasAttribute("aria-pressed", "false");
		this.studio.page().reload();
		favourites.click();
		assertThat(this.studio.shown()).hasAttribute("src", favourite);
		this.studio.button("favourite").click();
		assertThat(favourites).hasCount(0);
	}

	@Test
	void aMixIsNoneOfItsPicturesAndOneStepHoweverItIsWeighed() {
		this.studio.button("mix-add").click();
		String first = this.studio.address();
		this.studio.pick(1);
		String second = this.studio.address();
		this.studio.button("mix-add").click();
		this.studio.awaitOther(second);
		assertThat(this.studio.shown()).not().hasAttribute("src", first);
		assertThat(this.studio.history()).hasCount(3);
		String mix = this.studio.address();
		this.studio.page().locator("#mix input").first().fill("0.2");
		this.studio.awaitOther(mix);
		assertThat(this.studio.history()).hasCount(3);
	}

	@Test
	void twoPicturesAreComparedSideBySide() {
		this.studio.pick(1);
		this.studio.button("beside").click();
		assertThat(this.studio.button("beside-current")).hasAttribute("src", this.studio.address());
		this.studio.page().locator("#beside-strip button").first().click();
		assertThat(this.studio.button("beside-other")).hasAttribute("alt", Pattern.compile("peeps, seed \\d+"));
	}

	@Test
	void aPictureIsSavedLargerUnderTheNameOfItsModelAndSeed() throws IOException {
		Path file = save("png", "4");
		assertThat(file.getFileName()).hasToString("peeps-%s-4x.png".formatted(best("peeps", 0)));
		byte[] bytes = Files.readAllBytes(file);
		// Width and height of a PNG file (11.2.2).
		assertThat(List.of(bytes[18], bytes[19], bytes[22], bytes[23])).containsExactly((byte) 1, (byte) 0, (byte) 1,
				(byte) 0);
		assertThat(save("webp", "1").getFileName()).hasToString("peeps-%s.webp".formatted(best("peeps", 0)));
	}

	@Test
	void aPictureThatIsSavedUpscaledComesBackWhenItIsPasted() throws IOException {
		this.studio.button("save-as").click();
		this.studio.button("save-format").selectOption("upscaled");
		assertThat(this.studio.button("save-scale")).isDisabled();
		Download download = this.studio.page().waitForDownload(() -> this.studio.button("save-now").click());
		Path file = this.folder.resolve(download.suggestedFilename());
		download.saveAs(file);
		List<Integer> kept = this.studio.levels(this.studio.shown());
		this.studio.pick(2);
		this.studio.page().evaluate("""
				(base64) => {
				  const clipboardData = new DataTransfer();
				  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
				  clipboardData.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
				  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
				}""", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
		assertThat(this.studio.status()).containsText("back");
		assertThat(this.studio.levels(this.studio.shown())).isEqualTo(kept);
	}

	@Test
	void aWalkIsSavedAsAnAnimation() throws IOException {
		this.studio.paint();
		this.studio.awaitFound();
		Path file = save("gif", "2");
		assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).startsWith("GIF89a")
			.contains("NETSCAPE2.0");
	}

	private Path save(String format, String scale) {
		Page page = this.studio.page();
		this.studio.button("save-as").click();
		page.locator("#save-format").selectOption(format);
		page.locator("#save-scale").fill(scale);
		Download download = page.waitForDownload(() -> this.studio.button("save-now").click());
		Path file = this.folder.resolve(download.suggestedFilename());
		download.saveAs(file);
		return file;
	}

}
