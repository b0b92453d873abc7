package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever fails, the studio says so, and can go on. */
class StudioFaultTests extends StudioBrowser {

	private static final Pattern ANY = Pattern.compile(".+");

	private static final String EDIT = "**/edit";

	private static final String GENERATE = "**/generate";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void newDuringARequestLeavesThePadEmpty() {
		AtomicInteger answered = new AtomicInteger();
		this.studio.page().route(GENERATE, (route) -> {
			this.studio.page().waitForTimeout(500);
			answered.incrementAndGet();
			route.resume();
		});
		this.studio.direction(0).fill("2.5");
		this.studio.button("blank").click();
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		this.studio.page().waitForTimeout(1500);
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(answered).hasPositiveValue();
		assertThat(this.studio.notice()).isHidden();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void newDuringASearchEndsIt() {
		this.studio.paintTheCorners();
		this.studio.button("blank").click();
		assertThat(this.studio.page().locator("#progress")).isHidden();
		this.studio.page().waitForTimeout(1500);
		assertThat(this.studio.candidates()).hasCount(0);
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void newDuringAnUploadEndsIt() throws IOException {
		Path photo = Files.copy(Path.of("models", "faces", "preview.png"), this.folder.resolve("photo.png"));
		this.studio.page().setInputFiles("#file", photo);
		assertThat(this.studio.page().locator("#progress")).isVisible();
		this.studio.button("blank").click();
		assertThat(this.studio.page().locator("#progress")).isHidden();
		this.studio.page().waitForTimeout(1500);
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aPartThatIsDraggedOutOfThePictureIsAnsweredAndSoIsTheNextStroke() {
		this.studio.button("brush-warp").click();
		BoundingBox box = this.studio.pad().boundingBox();
		this.studio.drag(0.9, 0.5, 0.9 + 600 / box.width, 0.5);
		this.studio.awaitFound();
		this.studio.button("brush-colour").click();
		this.studio.paintTheCorners();
		this.studio.awaitFound();
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void aBusyServiceIsAskedAgainInAMoment() {
		AtomicInteger asked = new AtomicInteger();
		this.studio.page().route(EDIT, (route) -> {
			if (asked.incrementAndGet() < 3) {
				route.fulfill(new Route.FulfillOptions().setStatus(503)
					.setHeaders(Map.of("Retry-After", "1", "Content-Type", "application/problem+json"))
					.setBody("{\"type\": \"urn:eidolon:problem:busy\", \"status\": 503}"));
			}
			else {
				route.resume();
			}
		});
		this.studio.drag(0.06, 0.4, 0.06, 0.06);
		this.studio.awaitFound();
		assertThat(asked).hasValue(3);
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void aStreamThatEndsEarlyIsAFailureThatCanBeTriedAgain() {
		AtomicInteger asked = new AtomicInteger();
		this.studio.page().route(EDIT, (route) -> {
			if (asked.incrementAndGet() == 1) {
				route.fulfill(new Route.FulfillOptions().setStatus(200)
					.setContentType("text/event-stream")
					.setBody("event: progress\ndata: {\"step\": 1, \"steps\": 25, \"candidates\": []}\n\n"));
			}
			else {
				route.resume();
			}
		});
		this.studio.drag(0.06, 0.4, 0.06, 0.06);
		assertThat(this.studio.notice()).containsText("broke off");
		assertThat(this.studio.page().locator("#progress")).isHidden();
		this.studio.button("retry").click();
		this.studio.awaitFound();
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void aStrokeThatCannotBeAnsweredIsGoneOnceItIsCancelled() {
		String start = this.studio.address();
		this.studio.page().route(EDIT, Route::abort);
		this.studio.drag(0.06, 0.4, 0.06, 0.06);
		assertThat(this.studio.notice()).containsText("cannot be reached");
		this.studio.button("dismiss").click();
		assertThat(this.studio.notice()).isHidden();
		assertThat(this.studio.history()).hasCount(1);
		this.studio.page().unroute(EDIT);
		this.studio.drag(0.06, 0.06, 0.94, 0.06);
		this.studio.awaitFound();
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void samplesThatCannotBeDrawnSaySo() {
		this.studio.page().route(GENERATE, Route::abort);
		this.studio.button("shuffle").click();
		assertThat(this.studio.page().locator("#samples-failure")).containsText("cannot be reached");
		this.studio.page().unroute(GENERATE);
		this.studio.button("samples-retry").click();
		assertThat(this.studio.samples()).hasCount(24);
		assertThat(this.studio.page().locator("#samples-failure")).isHidden();
	}

	@Test
	void aModelThatWasReplacedIsSaidToBeSoAndGoesOnWithTheVersionThatServes() {
		AtomicInteger asked = new AtomicInteger();
		this.studio.page().route(EDIT, (route) -> {
			if (asked.incrementAndGet() == 1) {
				route.fulfill(new Route.FulfillOptions().setStatus(404)
					.setContentType("application/problem+json")
					.setBody("{\"type\": \"urn:eidolon:problem:unknown-version\", \"status\": 404}"));
			}
			else {
				assertThat(route.request().postData()).doesNotContain("\"version\"");
				route.resume();
			}
		});
		this.studio.drag(0.06, 0.4, 0.06, 0.06);
		assertThat(this.studio.notice()).containsText("replaced");
		this.studio.button("retry").click();
		this.studio.awaitFound();
	}

	@Test
	void aFileThatIsNoPictureIsRefusedInAPlainSentence() throws IOException {
		String start = this.studio.address();
		Path file = Files.writeString(this.folder.resolve("picture.png"), "no picture");
		this.studio.page().setInputFiles("#file", file);
		assertThat(this.studio.notice()).containsText("cannot be read as a picture");
		assertThat(this.studio.button("retry")).isHidden();
		assertThat(this.studio.shown()).hasAttribute("src", start);
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
		this.studio.page().waitForTimeout(200);
		assertThat(this.studio.history()).hasCount(1);
	}

}
