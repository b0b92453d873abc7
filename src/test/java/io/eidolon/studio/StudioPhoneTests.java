package io.eidolon.studio;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The studio on a phone. */
class StudioPhoneTests extends StudioBrowser {

	@Override
	void visit() {
		visit(PHONE.get());
	}

	@Test
	void samplesAreUnderThePictureAndToolsBelowThemOnTheFirstScreen() {
		BoundingBox pad = this.studio.pad().boundingBox();
		BoundingBox sample = this.studio.samples().first().boundingBox();
		BoundingBox tools = this.studio.button("tools").boundingBox();
		assertThat(sample.y).isBetween(pad.y + pad.height, pad.y + pad.height + 60);
		assertThat(tools.y).isGreaterThan(sample.y);
		assertThat(tools.y + tools.height).isLessThanOrEqualTo(800);
		this.studio.page().evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)");
		assertThat(this.studio.button("tools").boundingBox().y).isEqualTo(tools.y);
	}

	@ParameterizedTest
	@Tag(OPENS_ITSELF)
	@ValueSource(strings = { "en-GB", "de-DE" })
	void nothingStandsOutToTheSideAndWhatIsPressedIsLargeEnough(String locale) {
		visit(PHONE.get().setLocale(locale));
		// A phone makes its window as wide as what stands out.
		assertThat(this.studio.page().evaluate("document.documentElement.scrollWidth <= screen.width")).isEqualTo(true);
		@SuppressWarnings("unchecked")
		List<String> small = (List<String>) this.studio.page().evaluate("""
				() => [...document.querySelectorAll('button, select, summary, input, header a, #gallery a')]
				  .filter((element) => element.checkVisibility() && !element.matches('[type=checkbox], .skip'))
				  .filter((element) => {
				    const { width, height } = element.getBoundingClientRect();
				    return Math.min(width, height) < 44;
				  }).map((element) => element.outerHTML.slice(0, 80))""");
		assertThat(small).isEmpty();
	}

	@Test
	void twoFingersZoomAndMoveThePictureAndPaintNothing() {
		BoundingBox pad = this.studio.pad().boundingBox();
		finger("pointerdown", pad, 1, 0.4, 0.5);
		finger("pointermove", pad, 1, 0.41, 0.5);
		finger("pointerdown", pad, 2, 0.6, 0.5);
		finger("pointermove", pad, 1, 0.2, 0.5);
		finger("pointermove", pad, 2, 0.8, 0.5);
		Locator sheet = this.studio.button("sheet");
		assertThat(sheet).hasAttribute("style", Pattern.compile(".*scale\\((2\\.9|3)\\d*\\.?.*"));
		finger("pointerup", pad, 1, 0.2, 0.5);
		finger("pointermove", pad, 2, 0.5, 0.9);
		finger("pointerup", pad, 2, 0.5, 0.9);
		assertThat(this.studio.history()).hasCount(1);
		assertThat(this.studio.page().locator("#progress")).isHidden();
		this.studio.button("zoom-out").tap();
		assertThat(sheet).not().hasAttribute("style", Pattern.compile(".*scale.*"));
	}

	@Test
	void theModelThatIsChosenIsInSight() {
		Locator models = this.studio.page().locator("#models");
		for (String name : List.of("peeps", "bedrooms", "peeps-text")) {
			if (!name.equals("peeps")) {
				this.studio.model(name);
			}
			BoundingBox button = models.locator("button[value=%s]".formatted(name)).boundingBox();
			BoundingBox row = models.boundingBox();
			assertThat(button.x).isGreaterThanOrEqualTo(row.x - 1);
			assertThat(button.x + button.width).isLessThanOrEqualTo(row.x + row.width + 1);
		}
	}

	@Test
	void whatIsFoundIsShownWithoutScrolling() {
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(this.studio.page().evaluate("scrollY")).isEqualTo(0);
		BoundingBox best = this.studio.candidates().first().boundingBox();
		assertThat(best.y + best.height).isLessThanOrEqualTo(this.studio.button("tools").boundingBox().y);
	}

	private void finger(String event, BoundingBox pad, int id, double x, double y) {
		this.studio.pad()
			.dispatchEvent(event, Map.of("pointerId", id, "pointerType", "touch", "isPrimary", id == 1, "button", 0,
					"bubbles", true, "clientX", pad.x + x * pad.width, "clientY", pad.y + y * pad.height));
	}

}
