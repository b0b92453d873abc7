package io.eidolon.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

class AnimationFormatTests {

	private static final Duration FRAME_TIME = Duration.ofMillis(80);

	private static final byte[] LOOP_FOR_EVER = { 1, 0, 0 };

	/**
	 * Colour, grey, an odd size, and a frame that comes twice.
	 */
	static Stream<List<Picture>> animations() {
		Picture twice = TestPictures.flat(9, 7, 3);
		return Stream.of(frames(64, 64, 3), frames(28, 28, 1), frames(13, 11, 3),
				List.of(twice, TestPictures.noise(9, 7, 3, 1), twice, twice), List.of(twice));
	}

	private static List<Picture> frames(int width, int height, int channels) {
		return IntStream.range(0, 5).mapToObj((i) -> TestPictures.smooth(width, height, channels, i / 5.0)).toList();
	}

	@ParameterizedTest
	@MethodSource("animations")
	void apngHoldsEveryFrameLossless(List<Picture> frames) throws IOException {
		PngFile apng = PngFile.parse(AnimationFormat.APNG.encode(frames, FRAME_TIME, true, Metadata.NONE));
		assertThat(apng.all("acTL").getFirst().buffer().getInt()).isEqualTo(frames.size());
		assertThat(apng.types()).startsWith("IHDR", "acTL", "fcTL", "IDAT").endsWith("IEND");
		List<byte[]> data = new ArrayList<>();
		int sequence = 0;
		for (PngFile.Chunk chunk : apng.chunks()) {
			ByteBuffer in = chunk.buffer();
			switch (chunk.type()) {
				case "fcTL" -> {
					assertThat(in.getInt()).isEqualTo(sequence++);
					assertThat(in.getInt()).isEqualTo(frames.getFirst().width());
					assertThat(in.getInt()).isEqualTo(frames.getFirst().height());
					assertThat(in.getLong()).isZero();
					assertThat(in.getShort()).isEqualTo((short) 80);
					assertThat(in.getShort()).isEqualTo((short) 1000);
					assertThat(in.getShort()).isZero();
				}
				case "fdAT" -> {
					assertThat(in.getInt()).isEqualTo(sequence++);
					byte[] rest = new byte[in.remaining()];
					in.get(rest);
					data.add(rest);
				}
				case "IDAT" -> data.add(chunk.data());
				default -> assertThat(chunk.type()).isIn("IHDR", "acTL", "IEND");
			}
		}
		assertThat(data).hasSameSizeAs(frames);
		for (int i = 0; i < frames.size(); i++) {
			PngFile still = new PngFile(List.of(apng.chunks().getFirst(), new PngFile.Chunk("IDAT", data.get(i)),
					new PngFile.Chunk("IEND", new byte[0])));
			TestPictures.assertSame(TestPictures.decode(still.bytes()), frames.get(i));
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, 0", "false, 1" })
	void apngPlaysForEverOrOnce(boolean loop, int plays) {
		byte[] apng = AnimationFormat.APNG.encode(frames(4, 4, 3), FRAME_TIME, loop, Metadata.NONE);
		assertThat(PngFile.parse(apng).all("acTL").getFirst().buffer().getInt(4)).isEqualTo(plays);
	}

	@Test
	void apngShowsItsFirstFrameToReadersOfPngAndCarriesMetadata() throws IOException {
		List<Picture> frames = frames(16, 16, 3);
		Metadata metadata = new Metadata(Map.of("model", "peeps"), null);
		byte[] apng = AnimationFormat.APNG.encode(frames, FRAME_TIME, true, metadata);
		TestPictures.assertSame(TestPictures.decode(apng), frames.getFirst());
		assertThat(PngFile.parse(apng).all("tEXt").getFirst().data())
			.isEqualTo("model\0peeps".getBytes(StandardCharsets.ISO_8859_1));
	}

	@ParameterizedTest
	@MethodSource("animations")
	void webpHoldsEveryFrameLossless(List<Picture> frames) throws IOException {
		byte[] webp = AnimationFormat.WEBP.encode(frames, FRAME_TIME, true, Metadata.NONE);
		List<WebpChunk> chunks = WebpChunk.file(webp);
		assertThat(chunks).extracting(WebpChunk::name).startsWith("VP8X", "ANIM").hasSize(2 + frames.size());
		ByteBuffer header = chunks.getFirst().data();
		assertThat(header.getInt()).isEqualTo(0b10);
		assertThat(get24(header)).isEqualTo(frames.getFirst().width() - 1);
		assertThat(get24(header)).isEqualTo(frames.getFirst().height() - 1);
		for (int i = 0; i < frames.size(); i++) {
			assertThat(chunks.get(2 + i).name()).isEqualTo("ANMF");
			ByteBuffer frame = chunks.get(2 + i).data();
			assertThat(get24(frame)).isZero();
			assertThat(get24(frame)).isZero();
			assertThat(get24(frame)).isEqualTo(frames.get(i).width() - 1);
			assertThat(get24(frame)).isEqualTo(frames.get(i).height() - 1);
			assertThat(get24(frame)).isEqualTo(80);
			assertThat(frame.get()).isEqualTo((byte) 0b10);
			TestPictures.assertSame(TestPictures.decode(WebpChunk.still(frame)), frames.get(i));
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, 0", "false, 1" })
	void webpPlaysForEverOrOnce(boolean loop, short plays) {
		byte[] webp = AnimationFormat.WEBP.encode(frames(4, 4, 3), FRAME_TIME, loop, Metadata.NONE);
		assertThat(WebpChunk.file(webp).get(1).data().getShort(4)).isEqualTo(plays);
	}

	@ParameterizedTest
	@MethodSource("animations")
	void gifHoldsEveryFrame(List<Picture> frames) throws IOException {
		byte[] gif = AnimationFormat.GIF.encode(frames, FRAME_TIME, true, Metadata.NONE);
		ImageReader reader = gifReader(gif);
		assertThat(reader.getNumImages(true)).isEqualTo(frames.size());
		for (int i = 0; i < frames.size(); i++) {
			// The waves run through thousands of colours, far more than photographs do.
			assertThat(TestPictures.error(reader.read(i), frames.get(i))).isLessThan(8);
			assertThat(attributes(reader, i, "GraphicControlExtension")).containsEntry("delayTime", "8")
				.containsEntry("disposalMethod", "doNotDispose")
				.containsEntry("transparentColorFlag", "FALSE");
			assertThat(attributes(reader, i, "ImageDescriptor")).containsEntry("interlaceFlag", "FALSE");
		}
		reader.dispose();
	}

	@Test
	void gifKeepsTheColoursOfAPictureWithFew() throws IOException {
		List<Picture> frames = List.of(TestPictures.flat(64, 64, 3), TestPictures.noise(16, 16, 3, 1).scale(4),
				TestPictures.smooth(64, 64, 1, 0.5).scale(1));
		for (Picture frame : frames) {
			ImageReader reader = gifReader(AnimationFormat.GIF.encode(List.of(frame), FRAME_TIME, true, Metadata.NONE));
			TestPictures.assertSame(reader.read(0), frame);
			reader.dispose();
		}
	}

	@Test
	void gifLoopsForEverOrStopsAtItsEnd() throws IOException {
		List<Picture> frames = frames(4, 4, 3);
		ImageReader looped = gifReader(AnimationFormat.GIF.encode(frames, FRAME_TIME, true, Metadata.NONE));
		assertThat(attributes(looped, 0, "ApplicationExtension")).containsEntry("applicationID", "NETSCAPE")
			.containsEntry("authenticationCode", "2.0");
		assertThat(elements(looped, 0, "ApplicationExtension").item(0)).isInstanceOfSatisfying(IIOMetadataNode.class,
				(node) -> assertThat(node.getUserObject()).isEqualTo(LOOP_FOR_EVER));
		assertThat(elements(looped, 1, "ApplicationExtension").getLength()).isZero();
		ImageReader once = gifReader(AnimationFormat.GIF.encode(frames, FRAME_TIME, false, Metadata.NONE));
		assertThat(elements(once, 0, "ApplicationExtension").getLength()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void framesAndTimesOutOfRangeAreRefused(AnimationFormat format) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> format.encode(List.of(), FRAME_TIME, true, Metadata.NONE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> format.encode(List.of(TestPictures.flat(4, 4, 3), TestPictures.flat(5, 4, 3)), FRAME_TIME,
					true, Metadata.NONE))
			.withMessage("pictures must have one shape, but have [4 x 4 x 3, 5 x 4 x 3]");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> format.encode(frames(4, 4, 3), Duration.ofMillis(9), true, Metadata.NONE))
			.withMessage("frame time (9 ms) must be between 10 and 60000 ms");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> format.encode(frames(4, 4, 3), Duration.ofMillis(60_001), true, Metadata.NONE));
	}

	@ParameterizedTest
	@CsvSource({ "GIF, image/gif, gif", "APNG, image/apng, apng", "WEBP, image/webp, webp" })
	void formatsNameTheirMediaTypeAndExtension(AnimationFormat format, String mediaType, String extension) {
		assertThat(format.mediaType()).isEqualTo(mediaType);
		assertThat(format.extension()).isEqualTo(extension);
	}

	private static int get24(ByteBuffer in) {
		return (in.getShort() & 0xffff) | in.get() << 16;
	}

	private static ImageReader gifReader(byte[] gif) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
		reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
		return reader;
	}

	private static NodeList elements(ImageReader reader, int frame, String name) throws IOException {
		IIOMetadata metadata = reader.getImageMetadata(frame);
		IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
		return tree.getElementsByTagName(name);
	}

	private static Map<String, String> attributes(ImageReader reader, int frame, String name) throws IOException {
		IIOMetadataNode node = (IIOMetadataNode) elements(reader, frame, name).item(0);
		Map<String, String> attributes = new HashMap<>();
		for (int i = 0; i < node.getAttributes().getLength(); i++) {
			attributes.put(node.getAttributes().item(i).getNodeName(), node.getAttributes().item(i).getNodeValue());
		}
		return attributes;
	}

	/** A chunk of a RIFF file. */
	private record WebpChunk(String name, ByteBuffer data) {

		static List<WebpChunk> file(byte[] file) {
			ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
			assertThat(name(in)).isEqualTo("RIFF");
			assertThat(in.getInt()).isEqualTo(in.remaining());
			assertThat(name(in)).isEqualTo("WEBP");
			List<WebpChunk> chunks = new ArrayList<>();
			while (in.hasRemaining()) {
				String name = name(in);
				int size = in.getInt();
				chunks.add(new WebpChunk(name, in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN)));
				assertThat(size).as("size of %s, or else padding is missing", name).isEven();
				in.position(in.position() + size);
			}
			return chunks;
		}

		/** The rest of a frame as a file of its own. */
		static byte[] still(ByteBuffer chunk) {
			byte[] data = new byte[chunk.remaining()];
			chunk.get(data);
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
			file.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(4 + data.length).array());
			file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
			file.writeBytes(data);
			return file.toByteArray();
		}

		private static String name(ByteBuffer in) {
			byte[] name = new byte[4];
			in.get(name);
			return new String(name, StandardCharsets.US_ASCII);
		}

	}

}
