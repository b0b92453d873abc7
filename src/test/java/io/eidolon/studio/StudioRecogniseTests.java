package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.eidolon.ShippedDetector;
import io.eidolon.node.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page that recognises, with the detector that is shipped. */
class StudioRecogniseTests extends StudioBrowser {

	@BeforeAll
	static void bringTheDetectorThatIsShipped() throws IOException {
		ShippedDetector.bring();
	}

	@Test
	void theExampleShowsWhatIsWrongWithItUnlessTheThresholdIsAboveIt() {
		recognise();
		show();
		assertThat(part("verdict")).containsText("Something does not belong here");
		assertThat(part("heat")).hasAttribute("src", Pattern.compile("data:image/png.*"));
		assertThat(this.studio.levels(part("heat")).stream().mapToInt(Integer::intValue).max()).hasValue(255);
		part("threshold").fill("300");
		assertThat(part("verdict")).containsText("This looks as it should");
		part("opacity").fill("25");
		assertThat(part("heat").evaluate("image => getComputedStyle(image).opacity")).isEqualTo("0.25");
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aModelShowsItsClassesOrItsNearestPictureAndOthersLikeIt() {
		recognise();
		show();
		assertThat(part("reconstructed")).isVisible();
		assertThat(part("nearest").locator("img")).hasCount(8);
		part("model").selectOption("fashion");
		assertThat(part("classes").locator("li img")).hasCount(10);
		assertThat(part("reconstructed")).isHidden();
		assertThat(part("nearest").locator("img")).hasCount(8);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void whatIsNoPictureIsToldWithTheNextStillWelcome() {
		recognise();
		part("file").setInputFiles(Path.of("pom.xml"));
		assertThat(part("picture-failure")).containsText("cannot be read as a picture");
		show();
		assertThat(part("picture-failure")).isHidden();
	}

	@Test
	@Tag(OPENS_ITSELF)
	void aGermanBrowserSpeaksGermanThroughout() {
		visit(DESKTOP.get().setLocale("de-DE"));
		recognise();
		show();
		assertThat(part("verdict")).containsText("gehört etwas nicht dazu");
		assertThat(part("nearest").locator("img")).hasCount(8);
		assertThat(this.studio.page().evaluate("async () => [...(await import('/studio/language.js')).missing]"))
			.isEqualTo(List.of());
	}

	@ParameterizedTest
	@Tag(OPENS_ITSELF)
	@CsvSource({ "LIGHT, false", "LIGHT, true", "DARK, false", "DARK, true" })
	void axeFindsNothingAndNothingStandsOutToTheSide(ColorScheme scheme, boolean phone)
			throws IOException, InterruptedException {
		String axe = Files.readString(Node.install().file("axe-core/axe.min.js"));
		visit((phone ? PHONE : DESKTOP).get().setColorScheme(scheme));
		recognise();
		assertThat(violations(axe)).as("at first").isEmpty();
		show();
		assertThat(part("verdict")).containsText("Something does not belong here");
		part("model").selectOption("fashion");
		assertThat(part("classes").locator("li img")).hasCount(10);
		assertThat(part("nearest").locator("img")).hasCount(8);
		assertThat(violations(axe)).as("with a picture").isEmpty();
		assertThat(this.studio.page().evaluate("document.documentElement.scrollWidth <= screen.width")).isEqualTo(true);
		this.studio.page()
			.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/studio/recognise-%s-%s.png".formatted(scheme, phone ? "phone" : "desktop"))));
	}

	private void recognise() {
		this.studio.page().locator("header a[href='recognise.html']").click();
		assertThat(part("model").locator("option")).not().hasCount(0);
	}

	private void show() {
		part("example").click();
		assertThat(part("overlay")).isVisible();
	}

	private Locator part(String id) {
		return this.studio.page().locator("#" + id);
	}

}
