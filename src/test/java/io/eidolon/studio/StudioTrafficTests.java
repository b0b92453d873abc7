package io.eidolon.studio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How many bytes the studio takes on the wire. */
class StudioTrafficTests extends StudioBrowser {

	private static final long FIRST_LOAD = 400_000;

	private static final long EDIT = 150_000;

	private static final int SHEET = 12;

	@Test
	void theFirstLoadAndAnEditAreLight() {
		CDPSession network = this.context.newCDPSession(this.studio.page());
		AtomicLong bytes = new AtomicLong();
		network.send("Network.enable");
		// Heads and data as they come, as whoever has heard enough of a stream hangs up
		// before its end
		network.on("Network.responseReceived",
				(event) -> bytes.addAndGet(event.getAsJsonObject("response").get("encodedDataLength").getAsLong()));
		network.on("Network.dataReceived", (event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
		network.send("Network.clearBrowserCache");
		open("");
		assertThat(this.studio.samples().first()).isVisible();
		this.studio.page().waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(bytes.getAndSet(0)).as("the first load").isBetween(1L, FIRST_LOAD);
		this.studio.paint();
		this.studio.awaitFound();
		assertThat(this.studio.page().locator("#upscaled")).hasAttribute("src", Pattern.compile("data:image/jpeg;.*"));
		assertThat(bytes.getAndSet(0)).as("an edit").isBetween(1L, EDIT);
	}

	@Test
	void aSheetOfSamplesIsOneRequest() {
		List<Request> asked = generating();
		this.studio.button("shuffle").click();
		assertThat(this.studio.samples()).hasCount(SHEET);
		this.studio.page().waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(asked.stream().filter(StudioTrafficTests::isSheet)).hasSize(1);
	}

	@Test
	void aDragOfASliderAsksForItsFirstStepAndItsEnd() {
		List<Request> asked = generating();
		this.studio.button("truncation").evaluate("""
				(slider) => {
				  for (let step = 32; step >= 2; step--) {
				    slider.value = step / 40;
				    slider.dispatchEvent(new Event('input'));
				  }
				}""");
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*truncation=0.05(&.*)?"));
		assertThat(this.studio.button("gallery")).hasAttribute("aria-busy", "false");
		assertThat(this.studio.page().locator("#upscaled")).hasAttribute("src", Pattern.compile("data:image/jpeg;.*"));
		assertThat(asked.stream().filter(StudioTrafficTests::isSheet)).singleElement()
			.satisfies((sheet) -> assertThat(sheet.postData()).contains("\"truncation\":0.05"));
		assertThat(asked).as("two pictures, a sheet, and what is shown enlarged").hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void aSheetThatIsOutdatedIsCancelled() {
		List<Request> cancelled = new CopyOnWriteArrayList<>();
		this.studio.page().onRequestFailed(cancelled::add);
		HeldRequests sheet = new HeldRequests(this.studio.page(), "**/generate");
		this.studio.button("shuffle").click();
		// The picture of before may be among those that are held.
		sheet.await(1, StudioTrafficTests::isSheet);
		this.studio.button("best").click();
		sheet.await(2, StudioTrafficTests::isSheet);
		sheet.release();
		sheet.awaitEnd();
		assertThat(cancelled).hasSize(1).allMatch(StudioTrafficTests::isSheet);
	}

	/** The requests for pictures that are made from now on. */
	private List<Request> generating() {
		List<Request> asked = new CopyOnWriteArrayList<>();
		this.studio.page().onRequest((request) -> {
			if (request.url().endsWith("/generate")) {
				asked.add(request);
			}
		});
		return asked;
	}

	private static boolean isSheet(Request request) {
		return request.url().endsWith("/generate") && String.valueOf(request.postData()).contains("\"seeds\"");
	}

}
