package io.eidolon.studio;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a brush does and does not. */
class StudioPadTests extends StudioBrowser {

	@Test
	void aPartThatIsDraggedOutOfThePictureIsAnsweredAndSoIsTheNextStroke() {
		this.studio.button("brush-warp").click();
		BoundingBox box = this.studio.pad().boundingBox();
		this.studio.drag(0.9, 0.5, 0.9 + 600 / box.width, 0.5);
		this.studio.awaitFound();
		this.studio.button("brush-colour").click();
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void brushesThatNeedAPictureAreOffOnAnEmptyPadAndSayWhy() {
		this.studio.button("brush-warp").click();
		this.studio.button("blank").click();
		for (String brush : List.of("warp", "keep", "pick")) {
			assertThat(this.studio.button("brush-" + brush)).hasAttribute("aria-disabled", "true");
		}
		assertThat(this.studio.button("brush-colour")).hasAttribute("aria-pressed", "true");
		this.studio.button("brush-keep").dispatchEvent("click");
		assertThat(this.studio.status()).containsText("works on a picture");
		this.studio.drag(0.3, 0.3, 0.6, 0.3);
		this.studio.awaitFound();
		assertThat(this.studio.direction(0)).isEnabled();
	}

	@Test
	void aDoubleClickIsOneStep() {
		this.studio.samples().nth(4).dblclick();
		assertThat(this.studio.samples().nth(4)).hasAttribute("aria-current", "true");
		assertThat(this.studio.history()).hasCount(2);
	}

	@Test
	void aSecondFingerIsNoStroke() {
		this.studio.pad().dispatchEvent("pointerdown", Map.of("isPrimary", true, "button", 0, "pointerId", 1));
		this.studio.pad().dispatchEvent("pointerdown", Map.of("isPrimary", false, "button", 0, "pointerId", 2));
		this.studio.pad().dispatchEvent("pointerup", Map.of("isPrimary", true, "pointerId", 1));
		assertThat(this.studio.history()).hasCount(1);
	}

	@Test
	void aSearchIsDoneAnewWhenItIsToStayCloser() {
		String start = this.studio.address();
		this.studio.paint();
		this.studio.awaitFound();
		String far = this.studio.address();
		this.studio.page().locator("#closeness").fill("4");
		this.studio.awaitFound();
		this.studio.awaitOther(far);
		assertThat(this.studio.page().locator("#closeness-value")).hasText("very closely");
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", start);
		assertThat(this.studio.history()).hasCount(3);
	}

	@Test
	void thePictureIsSeenEnlargedOnceItIsThereAndNoLongerThanItIsShown() {
		Locator enlarged = this.studio.page().locator("#upscaled");
		assertThat(enlarged).hasAttribute("src", Pattern.compile("data:image/jpeg;.*"));
		this.studio.page()
			.waitForFunction("() => document.getElementById('upscaled').naturalWidth === 4 * "
					+ "document.getElementById('shown').naturalWidth");
		String first = String.valueOf(enlarged.getAttribute("src"));
		this.studio.page().route("**/generate", Route::abort);
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(enlarged).not().hasAttribute("src", Pattern.compile(".*"));
		this.studio.button("undo").click();
		assertThat(enlarged).hasAttribute("src", first);
	}

}
