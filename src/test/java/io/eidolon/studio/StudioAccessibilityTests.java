package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.options.ColorScheme;
import io.eidolon.node.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What axe-core finds in the main states of the studio: nothing. */
class StudioAccessibilityTests extends StudioBrowser {

	static Stream<Arguments> looks() {
		return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
			.flatMap((scheme) -> Stream.of(true, false).map((phone) -> Arguments.of(scheme, phone)));
	}

	@ParameterizedTest
	@Tag(OPENS_ITSELF)
	@MethodSource("looks")
	void axeFindsNothing(ColorScheme scheme, boolean phone) throws IOException, InterruptedException {
		String axe = Files.readString(Node.install().file("axe-core/axe.min.js"));
		visit((phone ? PHONE : DESKTOP).get().setColorScheme(scheme));
		assertThat(violations(axe)).as("at first").isEmpty();

		this.studio.paint();
		this.studio.awaitFound();
		assertThat(violations(axe)).as("with candidates").isEmpty();

		this.studio.button("mix-add").click();
		this.studio.button("favourite").click();
		this.studio.button("save-as").click();
		assertThat(violations(axe)).as("with the form for saving").isEmpty();
		this.studio.page().keyboard().press("Escape");
		this.studio.button("beside").click();
		assertThat(violations(axe)).as("with two pictures side by side").isEmpty();
		this.studio.page().keyboard().press("Escape");

		this.studio.page().route("**/generate", (route) -> route.abort());
		this.studio.button("shuffle").click();
		this.studio.page().locator("#samples-failure").waitFor();
		this.studio.button("blank").click();
		assertThat(violations(axe)).as("with an empty pad and a failure").isEmpty();

		this.studio.button("help").click();
		assertThat(violations(axe)).as("with help").isEmpty();
	}

	@Test
	void whateverCanBeUsedHasAName() {
		assertThat(nameless()).isEmpty();
		this.studio.model("peeps-text");
		assertThat(nameless()).isEmpty();
		this.studio.page().locator("header a").first().click();
		assertThat(this.studio.page().locator("#model option")).not().hasCount(0);
		assertThat(nameless()).isEmpty();
	}

	/** What a screen reader reads without a name. */
	private List<String> nameless() {
		return this.studio.page()
			.locator("body")
			.ariaSnapshot()
			.lines()
			.filter((line) -> line
				.matches(" *- (button|link|slider|spinbutton|textbox|combobox|checkbox|img)( \\[.*)?(:.*)?"))
			.toList();
	}

}
