package io.eidolon.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DigitalSourceTypeTests {

	private static final Metadata MADE = new Metadata(Map.of(), DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);

	private static final String TERM = "digitalsourcetype/trainedAlgorithmicMedia\"";

	/** An odd size, grey, and one of a single pixel. */
	static Stream<Picture> pictures() {
		return Stream.of(TestPictures.smooth(13, 11, 3, 0.5), TestPictures.smooth(28, 28, 1, 0.5),
				TestPictures.flat(1, 1, 3));
	}

	@ParameterizedTest
	@EnumSource
	void aPictureSaysItOnceAndShowsTheSame(StillFormat format) {
		assertThat(pictures()).allSatisfy((picture) -> {
			byte[] plain = format.encode(picture, Metadata.NONE);
			byte[] marked = format.encode(picture, MADE);
			assertThat(text(marked)).containsOnlyOnce(TERM);
			assertThat(text(plain)).doesNotContain(TERM);
			assertThat(TestFiles.read(marked).samples()).isEqualTo(TestFiles.read(plain).samples());
		});
	}

	@ParameterizedTest
	@EnumSource
	void anAnimationSaysItOnceForAllOfItsFrames(AnimationFormat format) {
		List<Picture> frames = List.of(TestPictures.smooth(13, 11, 3, 0.2), TestPictures.smooth(13, 11, 3, 0.8));
		byte[] marked = format.encode(frames, Duration.ofMillis(80), true, MADE);
		assertThat(text(marked)).containsOnlyOnce(TERM);
		assertThat(TestFiles.read(marked).samples())
			.isEqualTo(TestFiles.read(format.encode(frames, Duration.ofMillis(80), true, Metadata.NONE)).samples());
	}

	@Test
	void readersOfGifWithoutXmpFindAllFramesAndTheLoop() throws IOException {
		List<Picture> frames = Stream.of(0.1, 0.5, 0.9).map((at) -> TestPictures.smooth(16, 16, 3, at)).toList();
		byte[] gif = AnimationFormat.GIF.encode(frames, Duration.ofMillis(80), true, MADE);
		ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
		reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
		assertThat(reader.getNumImages(true)).isEqualTo(frames.size());
		assertThat(text(gif)).containsOnlyOnce("NETSCAPE2.0");
		assertThat(gif).endsWith(0, 0, 0x3b);
	}

	@ParameterizedTest
	@EnumSource
	void thePacketIsXml(DigitalSourceType type) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		String term = factory.newDocumentBuilder()
			.parse(new ByteArrayInputStream(type.packet()))
			.getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description")
			.item(0)
			.getAttributes()
			.getNamedItemNS("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType")
			.getNodeValue();
		assertThat(term).isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/" + camelCase(type.name()));
	}

	private static String camelCase(String constant) {
		String[] words = constant.toLowerCase(Locale.ROOT).split("_");
		return words[0] + String.join("",
				Arrays.stream(words)
					.skip(1)
					.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
					.toList());
	}

	private static String text(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1);
	}

}
