package io.eidolon.studio;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The studio as a person sees it. */
record StudioPage(Page page) {

	private static final int DEFAULT_CANDIDATES = 16;

	Locator samples() {
		return this.page.locator("#gallery a");
	}

	Locator candidates() {
		return this.page.locator("#candidates button");
	}

	Locator shown() {
		return this.page.locator("#shown");
	}

	Locator pad() {
		return this.page.locator("#pad");
	}

	Locator notice() {
		return this.page.locator("#notice");
	}

	Locator walk() {
		return this.page.locator("#walk");
	}

	Locator history() {
		return this.page.locator("#history button");
	}

	Locator status() {
		return this.page.locator("#status");
	}

	Locator direction(int place) {
		return this.page.locator("#directions input").nth(place);
	}

	Locator button(String name) {
		return this.page.locator("#" + name);
	}

	/** Chooses a model, and waits until a picture of it is shown. */
	void model(String name) {
		String before = address();
		this.page.locator("#models button[value=%s]".formatted(name)).click();
		awaitOther(before);
		assertThat(samples().nth(1)).hasAttribute("href", Pattern.compile(".*/models/%s/.*".formatted(name)));
	}

	/** Paints a stroke, along the upper edge. */
	void paint() {
		drag(0.06, 0.06, 0.94, 0.06);
	}

	/**
	 * Paints two strokes, along the left edge and the upper one. The second is painted on
	 * the same image as the first, or on what was found for that where it came soon.
	 */
	void paintTheCorners() {
		drag(0.06, 0.4, 0.06, 0.06);
		paint();
	}

	/** Picks a sample, and waits until it is the one that is edited. */
	void pick(int place) {
		String before = address();
		samples().nth(place).click();
		assertThat(samples().nth(place)).hasAttribute("aria-current", "true");
		awaitOther(before);
	}

	/** The address of the picture that is shown, which holds the picture itself. */
	String address() {
		return String.valueOf(shown().getAttribute("src"));
	}

	/** Waits until another picture is shown than that of an address. */
	void awaitOther(String before) {
		this.page.waitForFunction("before => document.getElementById('shown').getAttribute('src') !== before", before);
	}

	/** Waits until a search has found what it looks for. */
	void awaitFound() {
		assertThat(candidates()).hasCount(DEFAULT_CANDIDATES);
		assertThat(this.page.locator("#progress")).isHidden();
	}

	/** Drags the brush, from 0 to 1 of the pad's width and height. */
	void drag(double fromX, double fromY, double toX, double toY) {
		BoundingBox box = pad().boundingBox();
		this.page.mouse().move(box.x + fromX * box.width, box.y + fromY * box.height);
		this.page.mouse().down();
		for (int i = 1; i <= 8; i++) {
			double t = i / 8.0;
			this.page.mouse()
				.move(box.x + (fromX + t * (toX - fromX)) * box.width,
						box.y + (fromY + t * (toY - fromY)) * box.height);
		}
		this.page.mouse().up();
	}

	/** The red, green and blue of a picture on the page, at a place from 0 to 1. */
	List<Integer> colour(Locator picture, double x, double y) {
		int[] size = size(picture);
		int pixel = (int) (y * size[1]) * size[0] + (int) (x * size[0]);
		return levels(picture).subList(4 * pixel, 4 * pixel + 3);
	}

	/** All levels of a picture on the page: red, green, blue and alpha of each pixel. */
	@SuppressWarnings("unchecked")
	List<Integer> levels(Locator picture) {
		return (List<Integer>) picture.evaluate("""
				async (image) => {
				  await image.decode();
				  const canvas = document.createElement('canvas');
				  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
				  const context = canvas.getContext('2d');
				  context.drawImage(image, 0, 0);
				  return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
				}""");
	}

	private static int[] size(Locator picture) {
		@SuppressWarnings("unchecked")
		List<Integer> size = (List<Integer>) picture.evaluate("image => [image.naturalWidth, image.naturalHeight]");
		return new int[] { size.get(0), size.get(1) };
	}

}
