package io.eidolon.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.node.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do in the studio with words. */
class StudioPromptTests extends StudioBrowser {

	private static final int ANSWERS = 16;

	@TempDir
	static Path models;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			TinyGenerators.writePrompted(models, "faces", 16, 3, "man", "woman", "smiling");
			TinyGenerators.write(models, "rooms", 16, 3);
			return models.toString();
		});
		registry.add("eidolon.models.default-model", () -> "faces");
	}

	@Test
	void aNewUserTypesWordsAndChoosesAmongSixteenAnswers() {
		String start = this.studio.address();
		ask("a smiling man");
		assertThat(this.studio.status()).containsText("16 pictures of “a smiling man”");
		answers().nth(5).click();
		this.studio.awaitOther(start);
		assertThat(answers().nth(5)).hasAttribute("aria-pressed", "true");
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*seed=5.*prompt=a\\+smiling\\+man&strength=1"));
		assertThat(this.errors).isEmpty();
	}

	@Test
	void anExampleIsAnsweredWhenItIsPressed() {
		this.studio.page().locator("#examples button").first().click();
		assertThat(answers()).hasCount(ANSWERS);
		assertThat(line()).hasValue("a smiling man");
	}

	@Test
	void otherWordsAndOtherSeedsGiveOtherAnswers() {
		ask("a man");
		String man = source(0);
		ask("a woman");
		awaitOther(man);
		String woman = source(0);
		this.studio.page().locator("#others").click();
		awaitOther(woman);
		assertThat(answers().first().locator("img")).hasAttribute("alt", "a woman, seed 16");
	}

	@Test
	void theStrengthChangesTheAnswersAndThePicture() {
		ask("a man");
		String before = this.studio.address();
		answers().nth(2).click();
		this.studio.awaitOther(before);
		String picture = this.studio.address();
		String answer = source(2);
		this.studio.page().locator("#strength").fill("0.5");
		this.studio.awaitOther(picture);
		awaitOther(answer);
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*strength=0.5"));
	}

	@Test
	void strokesKeepTheWordsOfTheirPicture() {
		ask("a man");
		String before = this.studio.address();
		answers().nth(2).click();
		this.studio.awaitOther(before);
		String body = this.studio.page()
			.waitForRequest("**/edit", () -> this.studio.drag(0.1, 0.1, 0.9, 0.1))
			.postData();
		assertThat(body).contains("\"prompt\":\"a man\"", "\"strength\":1");
		this.studio.awaitFound();
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*latent=.*prompt=a\\+man.*"));
	}

	@Test
	void aPictureMovesTowardsWordsStepByStep() {
		String start = this.studio.address();
		line().fill("a woman");
		this.studio.button("towards").click();
		assertThat(this.studio.candidates()).hasCount(8);
		assertThat(this.studio.status()).containsText("8 pictures on the way to “a woman”");
		assertThat(this.studio.candidates().last()).hasAttribute("aria-pressed", "true");
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*latent=.*prompt=a\\+woman&strength=1"));
		this.studio.candidates().nth(3).click();
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*prompt=a\\+woman&strength=0.5"));
		this.studio.button("undo").click();
		this.studio.button("undo").click();
		assertThat(this.studio.shown()).hasAttribute("src", start);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aPictureOfWordsMovesFromTheseToOthers() {
		choose("a man", 2);
		line().fill("a woman");
		String body = this.studio.page()
			.waitForRequest("**/edit", () -> this.studio.button("towards").click())
			.postData();
		assertThat(body).contains("\"prompt\":\"a man\"", "\"toPrompt\":\"a woman\"");
		this.studio.candidates().nth(1).click();
		assertThat(this.studio.page())
			.hasURL(Pattern.compile(".*prompt=a\\+man&strength=1&toPrompt=a\\+woman&blend=0.25"));
	}

	@Test
	void withoutWordsItIsSaidThatTheyAreMissing() {
		this.studio.button("towards").click();
		assertThat(this.studio.status()).containsText("Say first what the picture is to show");
		assertThat(this.studio.history()).hasCount(1);
	}

	@Test
	void aMixIsOneOfWordsToo() {
		choose("a man", 2);
		this.studio.button("mix-add").click();
		choose("a woman", 1);
		this.studio.button("mix-add").click();
		assertThat(this.studio.page())
			.hasURL(Pattern.compile(".*prompt=a\\+man&strength=1&toPrompt=a\\+woman&blend=0.5"));
		this.studio.page().locator("#mix input").first().fill("0.25");
		assertThat(this.studio.page())
			.hasURL(Pattern.compile(".*prompt=a\\+woman&strength=1&toPrompt=a\\+man&blend=0.2"));
	}

	@Test
	void aLinkBringsPictureAndAnswersBack() {
		open("#model=faces&seed=3&truncation=0.8&prompt=a+man&strength=1.5");
		assertThat(line()).hasValue("a man");
		assertThat(answers()).hasCount(ANSWERS);
		assertThat(answers().nth(3)).hasAttribute("aria-pressed", "true");
		assertThat(this.studio.page().locator("#strength-value")).hasText("1.5");
	}

	@Test
	void wordsThatTheModelHasNotLearnedAreAnsweredWithWhatItKnows() {
		ask("a zebra");
		assertThat(this.studio.page().locator("#prompted-warning"))
			.hasText("This model has not learned these words, and may not show what they mean. "
					+ "It knows: “man, woman, smiling”.");
	}

	@Test
	void whatIsWrongWithWordsIsSaid() {
		line().fill("a,".repeat(100));
		line().press("Enter");
		assertThat(this.studio.page().locator("#prompted-failure")).containsText("at most 128 tokens");
		assertThat(answers()).hasCount(0);
	}

	@Test
	void aModelThatUnderstandsNoWordsHasNoLineForThem() {
		assertThat(this.studio.page().locator("#words")).isVisible();
		this.studio.model("rooms");
		assertThat(this.studio.page().locator("#words")).isHidden();
	}

	@Test
	void aKeyLeadsToTheLine() {
		this.studio.page().keyboard().press("/");
		this.studio.page().keyboard().type("a man");
		this.studio.page().keyboard().press("Enter");
		assertThat(answers()).hasCount(ANSWERS);
		assertThat(line()).hasValue("a man");
	}

	@ParameterizedTest
	@Tag(OPENS_ITSELF)
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void everybodyCanUseTheLineOnAPhone(ColorScheme scheme) throws IOException, InterruptedException {
		visit(PHONE.get().setColorScheme(scheme));
		ask("a zebra");
		assertThat(this.studio.page().evaluate("document.documentElement.scrollWidth <= screen.width")).isEqualTo(true);
		assertThat(violations(Files.readString(Node.install().file("axe-core/axe.min.js")))).isEmpty();
	}

	private void ask(String prompt) {
		line().fill(prompt);
		line().press("Enter");
		assertThat(this.studio.page().locator("#prompted")).hasAttribute("aria-busy", "false");
		assertThat(answers()).hasCount(ANSWERS);
	}

	private void choose(String prompt, int place) {
		ask(prompt);
		String before = this.studio.address();
		answers().nth(place).click();
		this.studio.awaitOther(before);
	}

	private Locator line() {
		return this.studio.page().getByLabel("What the pictures are to show");
	}

	private Locator answers() {
		return this.studio.page().locator("#prompted button");
	}

	private String source(int place) {
		return String.valueOf(answers().nth(place).locator("img").getAttribute("src"));
	}

	private void awaitOther(String before) {
		this.studio.page()
			.waitForFunction("before => ![...document.querySelectorAll('#prompted img')].some((i) => i.src === before)"
					+ " && document.querySelectorAll('#prompted img').length === 16", before);
	}

}
