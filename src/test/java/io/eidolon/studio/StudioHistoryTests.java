package io.eidolon.studio;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** One current picture, of which nothing is lost. */
class StudioHistoryTests extends StudioBrowser {

	@Test
	void undoTakesStrokesBackOneByOne() {
		String start = this.studio.address();
		this.studio.paintTheCorners();
		this.studio.awaitFound();
		this.studio.awaitOther(start);
		this.studio.page().keyboard().press("Control+z");
		this.studio.page().keyboard().press("Control+z");
		assertThat(this.studio.shown()).hasAttribute("src", start);
		assertThat(this.studio.candidates()).hasCount(0);
		assertThat(this.studio.history()).hasCount(3);
	}

	@Test
	void redoBringsBackWhatWasFoundWithoutASearch() {
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.candidates().nth(5).click();
		String chosen = this.studio.address();
		this.studio.page().keyboard().press("Control+z");
		this.studio.awaitOther(chosen);
		this.studio.page().keyboard().press("Control+Shift+z");
		assertThat(this.studio.shown()).hasAttribute("src", chosen);
		assertThat(this.studio.page().locator("#progress")).isHidden();
	}

	@Test
	void aSliderAndAStrokeGoOnFromTheCandidateThatWasChosen() {
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.candidates().nth(5).click();
		String chosen = this.studio.address();
		List<Integer> corner = this.studio.colour(this.studio.shown(), 0.06, 0.06);
		this.studio.direction(0).fill("0.1");
		this.studio.awaitOther(chosen);
		// A little move is a picture like the chosen one, not like another.
		List<Integer> moved = this.studio.colour(this.studio.shown(), 0.06, 0.06);
		for (int i = 0; i < corner.size(); i++) {
			assertThat(moved.get(i)).isBetween(corner.get(i) - 40, corner.get(i) + 40);
		}
		assertThat(this.studio.page().locator("#directions output").first()).hasText("0.1");
		String slid = this.studio.address();
		this.studio.drag(0.94, 0.1, 0.94, 0.3);
		this.studio.awaitFound();
		assertThat(this.studio.candidates().first()).hasAttribute("aria-pressed", "true");
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", slid);
	}

	@Test
	void theHistoryIsThereAgainAfterAReload() {
		this.studio.pick(3);
		this.studio.paint();
		this.studio.awaitFound();
		String found = this.studio.address();
		this.studio.page().reload();
		assertThat(this.studio.shown()).hasAttribute("src", found);
		assertThat(this.studio.history()).hasCount(3);
		this.studio.button("undo").click();
		assertThat(this.studio.samples().nth(3)).hasAttribute("aria-current", "true");
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aReloadWaitsForThePageThatWasThereToLetGoOfTheHistory() {
		this.studio.pick(3);
		Page late = this.context.newPage();
		late.navigate(this.studio.page().url().replaceFirst("/(#.*)?$", "/studio/icon.svg"));
		late.evaluate(
				"navigator.locks.request('eidolon-studio', () => new Promise((go) => setTimeout(go, 1500))) && null");
		this.studio.page().reload();
		assertThat(this.studio.history()).hasCount(2);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void backAndForwardGoFromPictureToPicture() {
		String first = this.studio.address();
		this.studio.pick(3);
		String second = this.studio.address();
		this.studio.page().goBack();
		assertThat(this.studio.shown()).hasAttribute("src", first);
		this.studio.page().goForward();
		assertThat(this.studio.shown()).hasAttribute("src", second);
	}

	@Test
	void aLinkOpensTheSamePictureElsewhere() {
		this.studio.pick(3);
		this.studio.direction(0).fill("2");
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*move\\.hair-volume=2.*"));
		List<Integer> picture = this.studio.levels(this.studio.shown());
		this.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
		this.studio.button("copy-link").click();
		assertThat(this.studio.status()).containsText("copied");
		String link = (String) this.studio.page().evaluate("navigator.clipboard.readText()");
		this.context.close();
		visit(DESKTOP.get());
		Page page = this.studio.page();
		String other = this.studio.address();
		page.navigate(link);
		this.studio.awaitOther(other);
		assertThat(this.studio.levels(this.studio.shown())).isEqualTo(picture);
		assertThat(page.locator("#directions output").first()).hasText("2.0");
	}

	@Test
	void aClassOfTheEmptyPadIsTheClassOfWhatIsFound() {
		this.studio.model("fashion");
		this.studio.page().locator("#label").selectOption("Sneaker");
		this.studio.button("blank").click();
		this.studio.drag(0.3, 0.6, 0.7, 0.6);
		this.studio.awaitFound();
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*label=Sneaker.*"));
	}

	@Test
	void aClassIsOneOfThePictureThatIsShown() {
		this.studio.model("fashion");
		this.studio.pick(2);
		String before = this.studio.address();
		this.studio.page().locator("#label").selectOption("Sneaker");
		this.studio.awaitOther(before);
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*seed=43.*label=Sneaker.*"));
		this.studio.button("undo").click();
		assertThat(this.studio.shown()).hasAttribute("src", before);
	}

}
