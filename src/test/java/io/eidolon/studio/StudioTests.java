package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The studio in a browser, with the models of the repository. */
@ExtendWith(BrowserCondition.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StudioTests {

	/** What a busy machine may take; nothing waits this long but a failure. */
	private static final double PATIENCE = 60_000;

	private static final int DEFAULT_CANDIDATES = 16;

	@SuppressWarnings("NullAway.Init")
	private static Chromium chromium;

	private final List<String> errors = new ArrayList<>();

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	private BrowserContext context;

	@SuppressWarnings("NullAway.Init")
	private StudioPage studio;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@BeforeAll
	static void open() {
		chromium = new Chromium();
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
	}

	@AfterAll
	static void close() {
		chromium.close();
	}

	@BeforeEach
	void visit() {
		visit(new Browser.NewContextOptions().setViewportSize(1320, 900));
	}

	private void visit(Browser.NewContextOptions options) {
		this.context = chromium.browser().newContext(options);
		Page page = this.context.newPage();
		page.setDefaultTimeout(PATIENCE);
		page.onPageError((error) -> this.errors.add(error));
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.errors.add(message.text());
			}
		});
		page.navigate("http://localhost:%d/".formatted(this.port));
		this.studio = new StudioPage(page);
		assertThat(this.studio.shown()).hasAttribute("src", Pattern.compile("data:image/png.*"));
	}

	@AfterEach
	void leave() {
		this.context.close();
	}

	@Test
	void aNewUserPaintsARedBackgroundAndGetsPeopleBeforeRed() {
		paintTheCorners();
		assertThat(this.studio.candidates()).hasCount(DEFAULT_CANDIDATES);
		this.studio.awaitDone();
		for (int i = 0; i < 4; i++) {
			List<Integer> corner = this.studio.colour(this.studio.candidates().nth(i).locator("img"), 0.06, 0.06);
			assertThat(corner.get(0)).isGreaterThan(corner.get(1) + 60).isGreaterThan(corner.get(2) + 60);
		}
		assertThat(this.errors).isEmpty();
	}

	@Test
	void undoingTheOnlyStrokeBringsTheStartBack() {
		String start = this.studio.address();
		paintTheCorners();
		this.studio.awaitOther(start);
		this.studio.button("undo").click();
		this.studio.button("undo").click();
		assertThat(this.studio.shown()).hasAttribute("src", start);
		assertThat(this.studio.candidates()).hasCount(0);
	}

	@Test
	void theSliderWalksFromTheStartToTheCandidateThatIsPicked() {
		String start = this.studio.address();
		paintTheCorners();
		this.studio.awaitDone();
		this.studio.candidates().nth(3).click();
		String result = this.studio.candidates().nth(3).locator("img").getAttribute("src");
		assertThat(this.studio.shown()).hasAttribute("src", String.valueOf(result));
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void draggingASampleOntoAnotherLaysAWayBetweenThem() {
		this.studio.samples().nth(2).dragTo(this.studio.samples().nth(5));
		assertThat(this.studio.page().locator("#status")).containsText("From seed 2 to seed 5");
		String end = this.studio.address();
		this.studio.page().waitForFunction("""
				end => {
				  const walk = document.getElementById('walk');
				  walk.value = 0.5;
				  walk.dispatchEvent(new Event('input'));
				  const middle = document.getElementById('shown').src;
				  walk.value = 0;
				  walk.dispatchEvent(new Event('input'));
				  return middle !== end && middle !== document.getElementById('shown').src;
				}""", end);
	}

	@Test
	void aSavedPictureComesBackWhenItIsOpened() {
		this.studio.pick(4);
		List<Integer> kept = this.studio.levels(this.studio.shown());
		Download download = this.studio.page().waitForDownload(() -> this.studio.button("save").click());
		Path file = this.folder.resolve("peeps.png");
		download.saveAs(file);
		this.studio.pick(9);
		this.studio.page().setInputFiles("#file", file);
		assertThat(this.studio.page().locator("#status")).containsText("back");
		assertThat(this.studio.levels(this.studio.shown())).isEqualTo(kept);
	}

	@Test
	void anUploadedPictureIsFoundAmongThePicturesOfTheModel() throws IOException {
		Path photo = Files.copy(Path.of("models", "faces", "preview.png"), this.folder.resolve("photo.png"));
		this.studio.page().setInputFiles("#file", photo);
		assertThat(this.studio.page().locator("#photo")).isVisible();
		assertThat(this.studio.page().locator("#photo p")).containsText("dB");
	}

	@Test
	void aFileThatIsNoPictureIsRefusedInTheWordsOfTheService() throws IOException {
		Path file = Files.writeString(this.folder.resolve("picture.png"), "no picture");
		this.studio.page().setInputFiles("#file", file);
		assertThat(this.studio.notice()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
		assertThat(this.studio.notice()).containsText("picture");
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
		assertThat(this.studio.candidates()).hasCount(DEFAULT_CANDIDATES);
		this.studio.awaitDone();
		this.studio.awaitOther(start);
		page.keyboard().press("p");
		assertThat(this.studio.button("play")).hasText("Pause");
		page.keyboard().press("p");
		page.keyboard().press("f");
		assertThat(this.studio.candidates()).hasCount(0);
		page.keyboard().press("e");
		assertThat(this.studio.button("edits")).hasAttribute("aria-pressed", "false");
		page.keyboard().press("r");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void aDirectionChangesThePicture() {
		String start = this.studio.address();
		this.studio.page().locator("#directions input").first().fill("2.5");
		this.studio.awaitOther(start);
		assertThat(this.studio.page().locator("#directions output").first()).hasText("2.5");
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aFingerPicksASampleAndWalksToAnother() {
		this.context.close();
		visit(new Browser.NewContextOptions().setViewportSize(390, 800).setHasTouch(true).setIsMobile(true));
		String start = this.studio.address();
		this.studio.button("morph").tap();
		this.studio.samples().nth(6).tap();
		this.studio.awaitOther(start);
		assertThat(this.studio.walk()).isEnabled();
		assertThat(this.studio.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
	}

	private void paintTheCorners() {
		this.studio.drag(0.06, 0.4, 0.06, 0.06);
		this.studio.drag(0.06, 0.06, 0.94, 0.06);
	}

}
