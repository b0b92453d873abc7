package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The studio of a service that is locked. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserCondition.class)
class StudioKeyTests {

	/** That of the key "secret". */
	private static final String ENTRY = """
			studio:
			  sha256: 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b
			  scopes: [generate, edit, recognise]
			""";

	@TempDir
	static Path folder;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) throws IOException {
		Path models = folder.resolve("models");
		TinyGenerators.write(models, "peeps", 16, 3);
		Path keys = Files.writeString(folder.resolve("keys.yaml"), ENTRY);
		registry.add("eidolon.models.path", models::toString);
		registry.add("eidolon.security.keys", keys::toString);
	}

	@Test
	void aKeyIsAskedForAndKeptForTheTab() {
		visit("", (page) -> {
			assertThat(page.locator("#key-page")).containsText("Dieser Dienst ist verschlossen");
			enter(page, "another");
			assertThat(page.locator("#key-page")).containsText("Der Schlüssel ist nicht bekannt");
			enter(page, "secret");
			assertThat(page.locator("#models button")).hasText("peeps");
			assertThat(page.locator("#shown")).hasAttribute("src", Pattern.compile("data:image/.*"));
			assertThat(page.locator("#models img")).hasAttribute("src", Pattern.compile("data:image/.*"));
			page.navigate("http://localhost:%d/recognise.html".formatted(this.port));
			assertThat(page.locator("#verdict")).not().containsText("401");
			assertThat(page.locator("#key-page")).hasCount(0);
			assertThat((String) page.evaluate("localStorage.getItem('eidolon-key')")).isNull();
		});
	}

	@Test
	void theLinkToTheCardOfAModelIsFollowedWithTheKey() {
		visit("", (page) -> {
			enter(page, "secret");
			page.locator("#about a").click();
			assertThat(page.locator("body")).containsText("\"dimension\": 8");
		});
	}

	@Test
	void thePageOfTheApiAsksWithTheKeyThatItWasGiven() {
		for (int scheme : List.of(0, 1)) {
			visit("swagger-ui.html", (page) -> {
				ask(page, "/models", "401");
				page.locator(".btn.authorize").first().click();
				Locator dialog = page.locator(".auth-container").nth(scheme);
				dialog.locator("input").fill("secret");
				dialog.locator(".btn.authorize").click();
				page.locator(".btn-done").first().click();
				ask(page, "/models", "200");
			});
		}
	}

	/** Has the page of the API ask for a path, and sees the status of the answer. */
	private static void ask(Page page, String path, String status) {
		Locator operation = page.locator(".opblock:has(.opblock-summary-path[data-path='%s'])".formatted(path)).first();
		if (operation.locator(".execute").count() == 0) {
			operation.locator(".opblock-summary-control").first().click();
		}
		operation.locator(".execute").click();
		assertThat(operation.locator(".live-responses-table .response-col_status").last()).containsText(status);
	}

	private void visit(String path, Consumer<Page> steps) {
		List<String> errors = new ArrayList<>();
		try (Chromium chromium = new Chromium();
				BrowserContext context = chromium.browser()
					.newContext(new Browser.NewContextOptions().setLocale("de-DE"))) {
			Page page = context.newPage();
			page.setDefaultTimeout(StudioBrowser.PATIENCE);
			StudioBrowser.waitAsLongAsItTakes();
			page.onPageError(errors::add);
			page.navigate("http://localhost:%d/%s".formatted(this.port, path));
			steps.accept(page);
		}
		assertThat(errors).isEmpty();
	}

	private static void enter(Page page, String key) {
		page.locator("#key-page input").fill(key);
		page.locator("#key-page button").first().click();
	}

}
