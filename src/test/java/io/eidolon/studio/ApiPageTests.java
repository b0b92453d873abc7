package io.eidolon.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import io.eidolon.ShippedDetector;
import io.eidolon.ShippedModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the API (Swagger UI) with whatever it fills in by itself. */
@ShippedModels
@ExtendWith(BrowserCondition.class)
class ApiPageTests {

	private static final Path PICTURE = Path.of("models/peeps/preview.png");

	private static final String FORMS = ".opblock-section-request-body select.content-type";

	private static final String EXAMPLES = "select.examples-select-element";

	@LocalServerPort
	private int port;

	@BeforeAll
	static void bringTheDetectorOfTheExamples() throws IOException {
		ShippedDetector.bring();
	}

	@Test
	void whatThePageFillsInIsAnsweredWithoutAnError() {
		List<String> answers = new ArrayList<>();
		try (Chromium chromium = new Chromium()) {
			Page page = chromium.browser().newPage();
			page.setDefaultTimeout(StudioBrowser.PATIENCE);
			page.navigate("http://localhost:%d/swagger-ui.html".formatted(this.port));
			page.locator(".opblock").first().waitFor();
			for (Locator operation : page.locator(".opblock").all()) {
				operation.locator(".opblock-summary-control").click();
				for (String form : choices(operation.locator(FORMS))) {
					answers.addAll(askAs(form, page, operation));
				}
				operation.locator(".opblock-summary-control").click();
			}
		}
		assertThat(answers).hasSizeGreaterThan(40).allMatch((answer) -> answer.matches("[23].*"));
	}

	/** Asks with a form of the body, once with each of its examples. */
	private static List<String> askAs(String form, Page page, Locator operation) {
		choose(operation.locator(FORMS), form);
		List<String> answers = new ArrayList<>();
		for (String example : choices(operation.locator(EXAMPLES))) {
			choose(operation.locator(EXAMPLES), example);
			answers.add(ask(page, operation));
		}
		return answers;
	}

	/** The options of a list, one without a name where there is no list. */
	private static List<String> choices(Locator list) {
		return (list.count() > 0) ? list.locator("option").allTextContents() : List.of("");
	}

	private static void choose(Locator list, String option) {
		if (!option.isEmpty()) {
			list.selectOption(new SelectOption().setLabel(option));
		}
	}

	/** Has the page send the request, and says what came back. */
	private static String ask(Page page, Locator operation) {
		Locator job = operation.locator("tr[data-param-name=job] input");
		if (job.count() > 0) {
			job.fill(finishedJob(page));
		}
		Locator file = operation.locator("input[type=file]").first();
		if (file.isVisible()) {
			file.setInputFiles(PICTURE);
		}
		Response answer = page.waitForResponse((response) -> response.request().resourceType().equals("fetch"),
				() -> operation.locator(".execute").click());
		String body = (answer.status() >= 400) ? new String(answer.body(), StandardCharsets.UTF_8) : "";
		return "%s %s %s %s".formatted(answer.status(), answer.request().method(), answer.url(), body);
	}

	/** Only who has created a job knows its id. */
	private static String finishedJob(Page page) {
		return (String) page.evaluate("""
				async () => {
				  const headers = { 'Content-Type': 'application/json' };
				  const job = await fetch('/jobs', { method: 'POST', headers, body: '{"count": 2}' });
				  const { id } = await job.json();
				  await (await fetch(`/jobs/${id}/events`)).text();
				  return id;
				}""");
	}

}
