package io.eidolon.studio;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How many bytes the studio takes on the wire. */
class StudioTrafficTests extends StudioBrowser {

	private static final long FIRST_LOAD = 400_000;

	private static final long EDIT = 150_000;

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

}
