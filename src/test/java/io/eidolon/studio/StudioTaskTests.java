package io.eidolon.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tasks of new users in docs/studio.md, step by step, on a desktop and on a phone.
 */
@Tag(StudioBrowser.OPENS_ITSELF)
class StudioTaskTests extends StudioBrowser {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void paintARedBackground(Device device) {
		open(device);
		String start = this.studio.address();
		this.studio.paintTheCorners();
		this.studio.awaitFound();
		this.studio.candidates().nth(2).click();
		this.studio.awaitOther(start);
		List<Integer> corner = this.studio.colour(this.studio.shown(), 0.06, 0.06);
		assertThat(corner.get(0)).isGreaterThan(corner.get(1) + 60).isGreaterThan(corner.get(2) + 60);
		assertThat(this.errors).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void findSomebodyToBeginWith(Device device) {
		open(device);
		this.studio.pick(4);
		String picked = this.studio.address();
		this.studio.button("surprise").click();
		this.studio.awaitOther(picked);
		this.studio.button("favourite").click();
		assertThat(this.studio.page().locator("#favourites button")).hasCount(1);
	}

	@ParameterizedTest
	@EnumSource
	void giveSomebodyOtherHair(Device device) {
		open(device);
		String start = this.studio.address();
		this.studio.direction(0).fill("2.5");
		this.studio.awaitOther(start);
		this.studio.button("directions-reset").click();
		assertThat(this.studio.page().locator("#directions output").first()).hasText("0.0");
	}

	@ParameterizedTest
	@EnumSource
	void takeAMistakeBack(Device device) {
		open(device);
		String start = this.studio.address();
		this.studio.paint();
		this.studio.awaitFound();
		this.studio.awaitOther(start);
		String found = this.studio.address();
		this.studio.button("undo").click();
		assertThat(this.studio.shown()).hasAttribute("src", start);
		this.studio.button("redo").click();
		assertThat(this.studio.shown()).hasAttribute("src", found);
	}

	@ParameterizedTest
	@EnumSource
	void keepTheFaceAndChangeTheRest(Device device) {
		open(device);
		this.studio.button("brush-keep").click();
		this.studio.drag(0.4, 0.5, 0.6, 0.5);
		this.studio.awaitFound();
		this.studio.button("brush-colour").click();
		String body = this.studio.page().waitForRequest("**/edit", this.studio::paint).postData();
		assertThat(body).contains("\"type\":\"keep\"", "\"type\":\"colour\"");
		this.studio.awaitFound();
	}

	@ParameterizedTest
	@EnumSource
	void findAPhotoAmongThePictures(Device device) throws Exception {
		open(device);
		String start = this.studio.address();
		Path photo = Files.copy(Path.of("models", "peeps", "preview.png"), this.folder.resolve("photo.png"));
		this.studio.page().setInputFiles("#file", photo);
		this.studio.awaitOther(start);
		assertThat(this.studio.page().locator("#photo")).isVisible();
	}

	@ParameterizedTest
	@EnumSource
	void walkFromOneToAnother(Device device) throws Exception {
		open(device);
		this.studio.button("walk-to").click();
		this.studio.samples().nth(3).click();
		String end = this.studio.address();
		this.studio.walk().fill("0.5");
		this.studio.awaitOther(end);
		Path file = save("gif");
		assertThat(Files.size(file)).isGreaterThan(0);
	}

	@ParameterizedTest
	@EnumSource
	void mixTwo(Device device) {
		open(device);
		this.studio.button("mix-add").click();
		this.studio.pick(1);
		String second = this.studio.address();
		this.studio.button("mix-add").click();
		this.studio.awaitOther(second);
		String mix = this.studio.address();
		this.studio.page().locator("#mix input").first().fill("0.2");
		this.studio.awaitOther(mix);
	}

	@ParameterizedTest
	@EnumSource
	void sayItInWords(Device device) {
		open(device);
		this.studio.model("peeps-text");
		Page page = this.studio.page();
		Locator line = page.getByLabel("What the pictures are to show");
		line.fill("a boy with blond hair");
		line.press("Enter");
		String before = this.studio.address();
		page.locator("#prompted button").nth(15).click();
		this.studio.awaitOther(before);
		String boy = this.studio.address();
		line.fill("a boy with blond hair and sunglasses");
		this.studio.button("towards").click();
		assertThat(this.studio.candidates()).hasCount(8);
		this.studio.awaitOther(boy);
		assertThat(this.studio.status()).containsText("8 pictures on the way to");
	}

	@ParameterizedTest
	@EnumSource
	void saveItAndSendItToAFriend(Device device) throws Exception {
		open(device);
		this.studio.pick(3);
		List<Integer> picture = this.studio.levels(this.studio.shown());
		assertThat(save("png").getFileName().toString()).matches("peeps-\\d+-4x\\.png");
		this.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
		this.studio.button("copy-link").click();
		assertThat(this.studio.status()).containsText("copied");
		String link = (String) this.studio.page().evaluate("navigator.clipboard.readText()");
		this.context.close();
		open(device);
		String other = this.studio.address();
		this.studio.page().navigate(link);
		this.studio.awaitOther(other);
		assertThat(this.studio.levels(this.studio.shown())).isEqualTo(picture);
	}

	private Path save(String format) {
		this.studio.button("save-as").click();
		this.studio.button("save-format").selectOption(format);
		Download download = this.studio.page().waitForDownload(() -> this.studio.button("save-now").click());
		Path file = this.folder.resolve(download.suggestedFilename());
		download.saveAs(file);
		return file;
	}

	private void open(Device device) {
		visit(device.options.get());
		assertThat(this.studio.page()).hasURL(Pattern.compile(".*model=peeps.*"));
	}

	/** What the studio is used on. */
	enum Device {

		/** With a mouse and much room. */
		A_DESKTOP(DESKTOP),

		/** With fingers. */
		A_PHONE(PHONE);

		private final Supplier<Browser.NewContextOptions> options;

		Device(Supplier<Browser.NewContextOptions> options) {
			this.options = options;
		}

	}

}
