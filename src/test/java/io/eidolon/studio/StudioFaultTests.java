package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Route;
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
		HeldRequests change = new HeldRequests(this.studio.page(), GENERATE);
		this.studio.direction(0).fill("2.5");
		change.awaitOne();
		this.studio.button("blank").click();
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		change.release();
		change.awaitEnd();
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(this.studio.notice()).isHidden();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void newDuringASearchEndsIt() {
		HeldRequests search = new HeldRequests(this.studio.page(), EDIT);
		this.studio.paint();
		search.awaitOne();
		this.studio.button("blank").click();
		assertThat(this.studio.page().locator("#progress")).isHidden();
		search.release();
		search.awaitEnd();
		assertThat(this.studio.candidates()).hasCount(0);
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void escapeGivesASearchUp() {
		String start = this.studio.address();
		HeldRequests search = new HeldRequests(this.studio.page(), EDIT);
		this.studio.paint();
		search.awaitOne();
		this.studio.page().keyboard().press("Escape");
		assertThat(this.studio.page().locator("#progress")).isHidden();
		assertThat(this.studio.history()).hasCount(1);
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void newDuringAnUploadEndsIt() throws IOException {
		Path photo = Files.copy(Path.of("models", "faces", "preview.png"), this.folder.resolve("photo.png"));
		HeldRequests projection = new HeldRequests(this.studio.page(), "**/project");
		this.studio.page().setInputFiles("#file", photo);
		projection.awaitOne();
		assertThat(this.studio.page().locator("#progress")).isVisible();
		this.studio.button("blank").click();
		assertThat(this.studio.page().locator("#progress")).isHidden();
		projection.release();
		projection.awaitEnd();
		assertThat(this.studio.shown()).not().hasAttribute("src", ANY);
		assertThat(this.errors).isEmpty();
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
		this.studio.paint();
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
		this.studio.paint();
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
		this.studio.paint();
		assertThat(this.studio.notice()).containsText("cannot be reached");
		this.studio.button("dismiss").click();
		assertThat(this.studio.notice()).isHidden();
		assertThat(this.studio.history()).hasCount(1);
		this.studio.page().unroute(EDIT);
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.walk().fill("0");
		assertThat(this.studio.shown()).hasAttribute("src", start);
	}

	@Test
	void samplesThatCannotBeGeneratedSaySo() {
		this.studio.page().route(GENERATE, Route::abort);
		this.studio.button("shuffle").click();
		assertThat(this.studio.page().locator("#samples-failure")).containsText("cannot be reached");
		this.studio.page().unroute(GENERATE);
		this.studio.button("samples-retry").click();
		assertThat(this.studio.samples()).hasCount(12);
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
		this.studio.paint();
		assertThat(this.studio.notice()).containsText("replaced");
		this.studio.button("retry").click();
		this.studio.awaitFound();
	}

	@Test
	void aModelThatIsGoneIsSaidToBeSo() {
		this.studio.page()
			.route(EDIT,
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(404)
						.setContentType("application/problem+json")
						.setBody("{\"type\": \"urn:eidolon:problem:unknown-model\", \"status\": 404}")));
		this.studio.paint();
		assertThat(this.studio.notice()).containsText("no longer served");
		assertThat(this.studio.button("retry")).isHidden();
		this.studio.model("faces");
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void aSlowLineDelaysAnEditButLosesNothing() {
		CDPSession line = this.context.newCDPSession(this.studio.page());
		JsonObject slow = new JsonObject();
		slow.addProperty("offline", false);
		slow.addProperty("latency", 200);
		slow.addProperty("downloadThroughput", 50_000);
		slow.addProperty("uploadThroughput", 50_000);
		line.send("Network.enable");
		line.send("Network.emulateNetworkConditions", slow);
		String start = this.studio.address();
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.awaitOther(start);
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void anOfflineServiceIsTriedAgainOnceItIsBack() {
		this.context.setOffline(true);
		this.studio.paint();
		assertThat(this.studio.notice()).containsText("cannot be reached");
		this.context.setOffline(false);
		this.studio.button("retry").click();
		this.studio.awaitFound();
		assertThat(this.studio.notice()).isHidden();
	}

	@Test
	void samplesComeByThemselvesOnceTheLineIsBack() {
		this.context.setOffline(true);
		this.studio.button("shuffle").click();
		assertThat(this.studio.page().locator("#samples-failure")).isVisible();
		this.context.setOffline(false);
		assertThat(this.studio.page().locator("#samples-failure")).isHidden();
	}

	@Test
	void aPageThatFoundNoServiceIsOpenedAgain() {
		this.studio.page().route("**/models", Route::abort);
		this.studio.page().reload();
		assertThat(this.studio.notice()).containsText("cannot be reached");
		this.studio.page().unroute("**/models");
		this.studio.button("retry").click();
		assertThat(this.studio.samples()).hasCount(12);
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

}
