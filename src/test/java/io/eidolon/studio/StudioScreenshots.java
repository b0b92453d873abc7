package io.eidolon.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Pictures of what the studio shows, in light and dark, on a desktop and on a phone: for
 * people to look at, and for the README. Not among the tests that run by themselves:
 * {@code ./mvnw test -Dtest=StudioScreenshots} writes them to {@code target/studio}.
 */
class StudioScreenshots extends StudioBrowser {

	private static final Path FOLDER = Path.of("target", "studio");

	@ParameterizedTest
	@EnumSource
	void eachMainState(Look look) {
		this.context.close();
		visit((look.phone ? PHONE.get() : DESKTOP.get()).setColorScheme(look.scheme).setDeviceScaleFactor(1));
		Page page = this.studio.page();
		picture(look, "start");
		this.studio.button("steps-end").click();
		this.studio.paintTheCorners();
		this.studio.awaitFound();
		this.studio.candidates().nth(2).click();
		this.studio.button("strokes").click();
		picture(look, "found");
		if (!look.phone) {
			whole(look, "found-whole"); // a phone is none any more once it was larger
										// than its screen
		}
		for (String id : List.of("help", "save-as")) {
			this.studio.button(id).click();
			picture(look, id);
			page.keyboard().press("Escape");
		}
		page.evaluate("scrollTo(0, 0)");
		page.route("**/edit", (route) -> route.abort());
		this.studio.paint();
		assertThat(this.studio.notice()).isVisible();
		picture(look, "failure");
		this.studio.button("dismiss").click();
		page.unroute("**/edit");
		this.studio.model("peeps-text");
		page.locator("#examples button").nth(1).click();
		assertThat(page.locator("#prompted")).hasAttribute("aria-busy", "false");
		String before = this.studio.address();
		page.locator("#prompted button").nth(3).click();
		this.studio.awaitOther(before);
		assertThat(page.locator("#directions")).hasAttribute("aria-busy", "false");
		assertThat(page.locator("#upscaled")).hasAttribute("src", Pattern.compile("data:image/.*"));
		page.evaluate("scrollTo(0, 0)");
		picture(look, "words");
	}

	private void picture(Look look, String state) {
		this.studio.page().waitForTimeout(300); // what fades has faded
		this.studio.page().screenshot(new Page.ScreenshotOptions().setPath(file(look, state)));
	}

	private void whole(Look look, String state) {
		this.studio.page().screenshot(new Page.ScreenshotOptions().setPath(file(look, state)).setFullPage(true));
	}

	private static Path file(Look look, String state) {
		return FOLDER.resolve("%s-%s.png".formatted(look.name().toLowerCase(Locale.ROOT).replace('_', '-'), state));
	}

	/** What it is looked at on. */
	enum Look {

		DESKTOP_LIGHT(false, ColorScheme.LIGHT), DESKTOP_DARK(false, ColorScheme.DARK),

		PHONE_LIGHT(true, ColorScheme.LIGHT), PHONE_DARK(true, ColorScheme.DARK);

		private final boolean phone;

		private final ColorScheme scheme;

		Look(boolean phone, ColorScheme scheme) {
			this.phone = phone;
			this.scheme = scheme;
		}

	}

}
