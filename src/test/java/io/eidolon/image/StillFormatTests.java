package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StillFormatTests {

	static Stream<Picture> pictures() {
		return TestPictures.samples();
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void pngIsLossless(Picture picture) throws IOException {
		byte[] png = StillFormat.PNG.encode(picture, Metadata.NONE);
		assertThat(PngFile.parse(png).types()).containsExactly("IHDR", "IDAT", "IEND");
		BufferedImage decoded = TestPictures.decode(png);
		assertThat(decoded.getRaster().getNumBands()).isEqualTo(picture.channels());
		TestPictures.assertSame(decoded, picture);
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void webpIsLossless(Picture picture) throws IOException {
		TestPictures.assertSame(TestPictures.decode(StillFormat.WEBP.encode(picture, Metadata.NONE)), picture);
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void pngIsNoLargerThanThatOfImageIo(Picture picture) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(ImageIoBridge.image(picture), "png", file);
		int ofAStoredPixel = 3;
		assertThat(StillFormat.PNG.encode(picture, Metadata.NONE).length)
			.isLessThanOrEqualTo(Math.max(file.size(), 69 + ofAStoredPixel));
	}

	@Test
	void pngOfAPictureOfManyPartsIsLossless() throws IOException {
		Picture large = Picture.grid(List.of(TestPictures.noise(300, 300, 3, 1), TestPictures.smooth(300, 300, 3, 0.5),
				TestPictures.flat(300, 300, 3)), 2);
		TestPictures.assertSame(TestPictures.decode(StillFormat.PNG.encode(large, Metadata.NONE)), large);
	}

	@ParameterizedTest
	@MethodSource("repetitive")
	void pngFindsWhatRepeats(Picture picture) {
		assertThat(StillFormat.PNG.encode(picture, Metadata.NONE)).hasSizeLessThan(picture.samples().length / 10);
	}

	static Stream<Picture> repetitive() {
		Picture noise = TestPictures.noise(16, 16, 3, 1);
		return Stream.of(TestPictures.flat(64, 64, 3), noise.scale(8), Picture.grid(Collections.nCopies(32, noise), 8));
	}

	@Test
	void pngTakesDifferencesOfWhatDoesNotRepeat() {
		Picture faint = TestPictures.noise(64, 64, 3, 1);
		for (int i = 3; i < faint.samples().length; i++) {
			faint.samples()[i] = (byte) (faint.samples()[i - 3] + faint.samples()[i] % 4);
		}
		assertThat(StillFormat.PNG.encode(faint, Metadata.NONE)).hasSizeLessThan(faint.samples().length / 2);
	}

	@Test
	void pngCarriesMetadataThatReadersFind() throws IOException {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("model", "peeps");
		entries.put("label", "T-shirt/top \u00e9\nsecond line");
		entries.put("Title", "\u753b\u50cf \ud83c\udfa8");
		entries.put("Comment", "");
		byte[] png = StillFormat.PNG.encode(TestPictures.flat(8, 8, 3), new Metadata(entries, null));
		assertThat(PngFile.parse(png).types()).containsExactly("IHDR", "tEXt", "tEXt", "iTXt", "tEXt", "IDAT", "IEND");
		assertThat(texts(png)).containsExactlyInAnyOrderEntriesOf(entries);
	}

	private static Map<String, String> texts(byte[] png) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
		reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
		IIOMetadata metadata = reader.getImageMetadata(0);
		IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
		reader.dispose();
		Map<String, String> texts = new LinkedHashMap<>();
		attributes(tree.getElementsByTagName("tEXtEntry"), "value", texts);
		attributes(tree.getElementsByTagName("iTXtEntry"), "text", texts);
		return texts;
	}

	private static void attributes(NodeList nodes, String name, Map<String, String> texts) {
		for (int i = 0; i < nodes.getLength(); i++) {
			IIOMetadataNode node = (IIOMetadataNode) nodes.item(i);
			texts.put(node.getAttribute("keyword"), node.getAttribute(name));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFormatIsTheSameFromManyThreadsAtOnce(StillFormat format) throws Exception {
		List<Picture> pictures = IntStream.range(0, 32)
			.mapToObj((i) -> TestPictures.smooth(32, 32, 3, i / 32.0))
			.toList();
		List<Callable<byte[]>> tasks = new ArrayList<>();
		pictures.forEach((picture) -> tasks.add(() -> format.encode(picture, Metadata.NONE)));
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<byte[]>> files = threads.invokeAll(tasks);
			for (int i = 0; i < pictures.size(); i++) {
				assertThat(files.get(i).get()).isEqualTo(format.encode(pictures.get(i), Metadata.NONE));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "WEBP, 16384, webp, 16383", "JPEG, 65536, jpg, 65500" })
	void aSideThatAFormatCannotCountIsRefused(StillFormat format, int width, String extension, int maximum) {
		Picture wide = new Picture(width, 1, 1, new byte[width]);
		assertThatIllegalArgumentException().isThrownBy(() -> format.encode(wide, Metadata.NONE))
			.withMessage("sides (%d x 1) of a %s must be at most %d pixels".formatted(width, extension, maximum));
	}

	@ParameterizedTest
	@EnumSource
	void theLongestSideOfAFormatIsEncoded(StillFormat format) throws IOException {
		int width = Math.min(format.maxSide(), 70_000);
		Picture wide = new Picture(width, 1, 1, new byte[width]);
		assertThat(TestPictures.decode(format.encode(wide, Metadata.NONE)).getWidth()).isEqualTo(width);
	}

	@ParameterizedTest
	@CsvSource({ "PNG, image/png, png", "JPEG, image/jpeg, jpg", "WEBP, image/webp, webp" })
	void formatsNameTheirMediaTypeAndExtension(StillFormat format, String mediaType, String extension) {
		assertThat(format.mediaType()).isEqualTo(mediaType);
		assertThat(format.extension()).isEqualTo(extension);
	}

}
