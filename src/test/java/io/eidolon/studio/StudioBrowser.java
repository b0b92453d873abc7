package io.eidolon.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.eidolon.ShippedModels;
import io.eidolon.modelcard.ModelCards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A browser with the studio in it, served with the models of the repository. */
@ExtendWith({ BrowserCondition.class, OneBrowser.class })
@ShippedModels
abstract class StudioBrowser {

	/** Tags tests that open the studio by themselves. */
	static final String OPENS_ITSELF = "opens-itself";

	/** What a busy machine may take; nothing waits this long but a failure. */
	static final double PATIENCE = 180_000;

	static final Supplier<Browser.NewContextOptions> DESKTOP = () -> new Browser.NewContextOptions()
		.setViewportSize(1320, 900);

	static final Supplier<Browser.NewContextOptions> PHONE = () -> new Browser.NewContextOptions()
		.setViewportSize(390, 800)
		.setHasTouch(true)
		.setIsMobile(true);

	final List<String> errors = new ArrayList<>();

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	Chromium chromium;

	@SuppressWarnings("NullAway.Init")
	BrowserContext context;

	@SuppressWarnings("NullAway.Init")
	StudioPage studio;

	@BeforeAll
	static void waitAsLongAsItTakes() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
	}

	@BeforeEach
	void visitUnlessTheTestDoes(TestInfo test) {
		if (!test.getTags().contains(OPENS_ITSELF)) {
			visit();
		}
	}

	void visit() {
		visit(DESKTOP.get());
	}

	void visit(Browser.NewContextOptions options) {
		this.context = this.chromium.browser().newContext(options);
		Page page = this.context.newPage();
		page.setDefaultTimeout(PATIENCE);
		page.onPageError((error) -> this.errors.add(error));
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.errors.add(message.text());
			}
		});
		this.studio = new StudioPage(page);
		open("");
	}

	/** Opens the studio, with what stands behind # in its address. */
	void open(String hash) {
		this.studio.page().navigate("http://localhost:%d/%s".formatted(this.port, hash));
		assertThat(this.studio.shown()).hasAttribute("src", Pattern.compile("data:image/(png|webp).*"));
		assertThat(this.studio.page().locator("#directions")).hasAttribute("aria-busy", "false");
	}

	@AfterEach
	void leave() {
		if (this.context != null) {
			this.context.close();
		}
	}

	/** What axe-core finds wrong, with the elements that have it. */
	List<String> violations(String axe) {
		this.studio.page().evaluate(axe + "; undefined");
		@SuppressWarnings("unchecked")
		List<String> found = (List<String>) this.studio.page().evaluate("""
				async () => (await axe.run()).violations.map(({ id, nodes }) =>
				  `${id}: ${nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join('; ')}`)""");
		return found;
	}

	/** The seed of a picture that the card of a shipped model puts forward. */
	static long best(String model, int place) {
		return ModelCards.read(Path.of("models", model)).showcase().get(place);
	}

}
