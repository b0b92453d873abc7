package io.eidolon.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** A browser of this machine, without what it would tell others. */
final class Chromium implements AutoCloseable {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

	private static final List<String> QUIET = List.of("--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--no-first-run", "--disable-quic");

	private final Playwright playwright;

	private final Browser browser;

	Chromium() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(find().orElseThrow())
				.setChromiumSandbox(false)
				.setArgs(QUIET));
	}

	Browser browser() {
		return this.browser;
	}

	/** Where the browser is, if there is one. */
	static Optional<Path> find() {
		String given = System.getenv("CHROMIUM");
		if (given != null) {
			return Optional.of(Path.of(given));
		}
		return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
