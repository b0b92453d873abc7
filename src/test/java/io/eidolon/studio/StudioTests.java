package io.eidolon.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do in the studio. */
class StudioTests extends StudioBrowser {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void itOpensOnTheBestPictureOfTheModelAndSaysWhatTheModelIs() {
		assertThat(this.studio.page()).hasURL(opened("peeps", best("peeps", 0)));
		assertThat(this.studio.page().locator("#about")).containsText("Cartoon people");
		assertThat(this.studio.page().locator("#about")).containsText("Licence: Apache-2.0");
		this.studio.model("fashion");
		assertThat(this.studio.page()).hasURL(opened("fashion", best("fashion", 0)));
		assertThat(this.studio.samples().first()).hasAttribute("aria-current", "true");
	}

	@Test
	void aDirectionWithANameShowsItsEndsAndGoesThere() {
		String start = this.studio.address();
		Locator direction = this.studio.page().locator("#directions .direction").nth(2);
		assertThat(direction).containsText("Skin: light to dark");
		direction.locator("button").last().click();
		this.studio.awaitOther(start);
		assertThat(direction.locator("output")).hasText("3.0");
		this.studio.button("directions-reset").click();
		assertThat(direction.locator("output")).hasText("0.0");
		assertThat(this.studio.button("directions-reset")).isHidden();
	}

	@Test
	void aSurpriseIsAPictureOfTheSameModel() {
		String start = this.studio.address();
		this.studio.button("surprise").click();
		this.studio.awaitOther(start);
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*model=peeps.*seed=\\d+.*"));
	}

	@Test
	void aNewUserPaintsARedBackgroundAndGetsPeopleBeforeRed() {
		this.studio.paintTheCorners();
		this.studio.awaitFound();
		for (int i = 0; i < 4; i++) {
			List<Integer> corner = this.studio.colour(this.studio.candidates().nth(i).locator("img"), 0.06, 0.06);
			assertThat(corner.get(0)).isGreaterThan(corner.get(1) + 60).isGreaterThan(corner.get(2) + 60);
		}
		assertThat(this.studio.status()).containsText("16 pictures found");
		assertThat(this.errors).isEmpty();
	}

	@Test
	void theSliderWalksFromTheStartToTheCandidateThatIsPicked() {
		String start = this.studio.address();
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.candidates().nth(3).click();
		String result = this.studio.candidates().nth(3).locator("img").getAttribute("src");
		assertThat(this.studio.shown()).hasAttribute("src", String.valueOf(result));
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void draggingASampleOntoAnotherLaysAWayBetweenThem() {
		this.studio.samples().nth(2).dragTo(this.studio.samples().nth(5));
		assertThat(this.studio.status())
			.containsText("From seed %s to seed %s".formatted(best("peeps", 2), best("peeps", 5)));
		String end = this.studio.address();
		this.studio.walk().fill("0");
		this.studio.awaitOther(end);
		String start = this.studio.address();
		this.studio.walk().fill("0.5");
		this.studio.page().waitForFunction("""
				ends => !ends.includes(document.getElementById('shown').getAttribute('src'))""", List.of(start, end));
	}

	@Test
	void aSavedPictureComesBackWhenItIsOpened() {
		this.studio.pick(4);
		List<Integer> kept = this.studio.levels(this.studio.shown());
		Path file = save();
		this.studio.pick(9);
		this.studio.page().setInputFiles("#file", file);
		assertThat(this.studio.status()).containsText("back");
		assertThat(this.studio.levels(this.studio.shown())).isEqualTo(kept);
	}

	@Test
	void aSavedPictureWhoseLatentIsDamagedIsLookedForAsAPhoto() throws IOException {
		this.studio.paint();
		this.studio.awaitFound();
		Path file = save();
		byte[] bytes = Files.readAllBytes(file);
		int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tEXtlatent") + 12;
		bytes[at] = 'x';
		Files.write(file, bytes);
		this.studio.page().setInputFiles("#file", file);
		assertThat(this.studio.status()).containsText("damaged");
		assertThat(this.studio.page().locator("#photo")).isVisible();
		assertThat(this.studio.notice()).isHidden();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void anUploadedPictureIsFoundAmongThePicturesOfTheModel() throws IOException {
		String start = this.studio.address();
		Path photo = Files.copy(Path.of("models", "faces", "preview.png"), this.folder.resolve("photo.png"));
		HeldRequests projection = new HeldRequests(this.studio.page(), "**/project");
		this.studio.page().setInputFiles("#file", photo);
		projection.awaitOne();
		assertThat(this.studio.page().locator("#progress")).isVisible();
		assertThat(this.studio.shown()).hasAttribute("src", start);
		projection.release();
		assertThat(this.studio.page().locator("#photo")).isVisible();
		// Sixteen faces in one picture are nothing that a model of cartoons could draw.
		assertThat(this.studio.page().locator("#photo-text")).containsText("not made for such pictures");
		this.studio.awaitOther(start);
	}

	@Test
	void theKeyboardAloneWillDo() {
		String start = this.studio.address();
		Page page = this.studio.page();
		this.studio.pad().focus();
		for (int i = 0; i < 20; i++) {
			page.keyboard().press("ArrowUp");
		}
		for (int i = 0; i < 10; i++) {
			page.keyboard().press("Shift+ArrowLeft");
		}
		page.keyboard().press("Enter");
		this.studio.awaitFound();
		this.studio.awaitOther(start);
		page.keyboard().press("p");
		assertThat(this.studio.button("play")).hasAttribute("aria-pressed", "true");
		page.keyboard().press("p");
		assertThat(this.studio.button("play")).hasAttribute("aria-pressed", "false");
		page.keyboard().press("f");
		assertThat(this.studio.candidates()).hasCount(0);
		page.keyboard().press("e");
		assertThat(this.studio.button("strokes")).hasAttribute("aria-pressed", "true");
		page.keyboard().press("r");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void singleLettersAreNoShortcutsOnceTheyAreSwitchedOff() {
		this.studio.button("help").click();
		this.studio.page().getByLabel("Single letters are shortcuts").uncheck();
		this.studio.page().keyboard().press("Escape");
		this.studio.page().keyboard().press("n");
		this.studio.page().keyboard().press("w");
		assertThat(this.studio.button("brush-warp")).hasAttribute("aria-pressed", "false");
		assertThat(this.studio.history()).hasCount(1);
	}

	@Test
	void theOldPictureIsShownWhileTheKeyIsHeld() {
		String start = this.studio.address();
		this.studio.direction(0).fill("2.5");
		this.studio.awaitOther(start);
		String now = this.studio.address();
		this.studio.page().keyboard().down("b");
		assertThat(this.studio.shown()).hasAttribute("src", start);
		this.studio.page().keyboard().up("b");
		assertThat(this.studio.shown()).hasAttribute("src", now);
	}

	@Test
	@Tag(OPENS_ITSELF)
	void aFingerPicksASampleAndWalksToAnother() {
		visit(PHONE.get());
		String start = this.studio.address();
		this.studio.button("walk-to").tap();
		this.studio.samples().nth(6).tap();
		this.studio.awaitOther(start);
		assertThat(this.studio.walk()).isEnabled();
		assertThat(this.studio.page().evaluate("document.documentElement.scrollWidth <= screen.width")).isEqualTo(true);
	}

	private Path save() {
		Download download = this.studio.page().waitForDownload(() -> this.studio.button("save").click());
		Path file = this.folder.resolve(download.suggestedFilename());
		download.saveAs(file);
		return file;
	}

	private static Pattern opened(String model, long seed) {
		return Pattern.compile(".*model=%s&.*seed=%s(&.*)?".formatted(model, seed));
	}

}
