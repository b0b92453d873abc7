package io.eidolon.studio;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The language of the studio is the browser's, where there are messages in it. */
@Tag(StudioBrowser.OPENS_ITSELF)
class StudioLanguageTests extends StudioBrowser {

	private static final String MISSING = "async () => [...(await import('/studio/language.js')).missing]";

	@Test
	void aGermanBrowserSpeaksGermanThroughout() {
		visitIn("de-DE");
		assertThat(this.studio.page().locator("html")).hasAttribute("lang", "de");
		assertThat(this.studio.button("undo")).hasText("Rückgängig");
		assertThat(this.studio.button("truncation-value")).hasText("0,80");
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(this.studio.status()).containsText("16 Bilder gefunden");
		this.studio.candidates().nth(2).click();
		this.studio.button("blank").click();
		this.studio.button("brush-keep").dispatchEvent("click");
		assertThat(this.studio.status()).containsText("Dieser Pinsel braucht ein Bild");
		this.studio.page().route("**/generate", (route) -> route.abort());
		this.studio.button("shuffle").click();
		assertThat(this.studio.page().locator("#samples-failure")).containsText("nicht zu erreichen");
		assertThat(this.studio.page().evaluate(MISSING)).isEqualTo(List.of());
	}

	@Test
	void picturesAndWordsAreSpokenOfInGermanToo() {
		visitIn("de-DE");
		assertThat(this.studio.samples().first().locator("img")).hasAttribute("alt",
				"peeps, Startzahl " + best("peeps", 0));
		this.studio.button("mix-add").click();
		assertThat(this.studio.page().locator("#mix input")).hasAttribute("aria-label",
				"Wie viel davon: peeps, Startzahl " + best("peeps", 0));
		this.studio.page().setInputFiles("#file", Path.of("models", "faces", "preview.png"));
		assertThat(this.studio.page().locator("#photo-text"))
			.containsText("Für solche Bilder ist das Modell nicht gemacht");
		this.studio.model("peeps-text");
		this.studio.button("prompt").fill("a flying zeppelin");
		this.studio.button("prompt").press("Enter");
		assertThat(this.studio.button("prompted-warning")).containsText("Diese Worte hat das Modell nicht gelernt");
		assertThat(this.studio.page().evaluate(MISSING)).isEqualTo(List.of());
	}

	@Test
	void aBrowserOfAnotherLanguageGetsEnglish() {
		visitIn("fi-FI");
		assertThat(this.studio.page().locator("html")).hasAttribute("lang", "en");
		assertThat(this.studio.button("undo")).hasText("Undo");
	}

	private void visitIn(String locale) {
		visit(DESKTOP.get().setLocale(locale));
	}

}
