package io.eidolon.training.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.eidolon.image.PictureDecoder;
import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LmdbTests {

	/** 122 pictures on four leaf pages; the last two of 4.9 kB on pages of their own. */
	private static final Path LSUN = Path.of("src/test/resources/fixtures/lsun");

	private static final int COUNT = 122;

	private static final PictureDecoder DECODER = PictureDecoder.overWhite(32, 32, 3);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void everyPictureIsFoundUnderTheHashOfItsName() throws Exception {
		try (PictureSource source = PictureSources.open(LSUN, LabelSettings.FOLDERS, TestPictures.TO_THE_END)) {
			assertThat(source.size()).isEqualTo(COUNT);
			boolean[] seen = new boolean[COUNT];
			for (int i = 0; i < COUNT; i++) {
				// The red of a picture is its number
				int number = source.decode(i, DECODER).samples()[0] & 0xFF;
				assertThat(source.describe(i)).isEqualTo(sha1("%03d".formatted(number)));
				assertThat(source.summary(i).width()).isEqualTo((number < 120) ? 40 : 60);
				seen[number] = true;
			}
			assertThat(IntStream.range(0, COUNT).allMatch((number) -> seen[number])).isTrue();
			assertThat(IntStream.range(0, COUNT).mapToObj(source::describe)).isSorted();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "data.mdb" })
	void theFolderAndTheFileInItAreTheSameSet(String file) {
		try (PictureSet set = open(LSUN.resolve(file))) {
			assertThat(set.size()).isEqualTo(COUNT);
			assertThat(set.broken()).isZero();
			assertThat(set.channels()).isEqualTo(3);
			assertThat(set.classes()).isEmpty();
		}
	}

	@Test
	void anEnvironmentMayBeOneFileOfAnyName() throws IOException {
		Path file = Files.copy(LSUN.resolve("data.mdb"), this.folder.resolve("train.lmdb"));
		try (PictureSet set = open(file)) {
			assertThat(set.size()).isEqualTo(COUNT);
		}
	}

	@Test
	void theEnvironmentsOfAFolderAreOneSetWithAClassEach() throws IOException {
		for (String category : new String[] { "bedroom_train_lmdb", "church_train_lmdb" }) {
			Path environment = Files.createDirectories(this.folder.resolve("lsun").resolve(category));
			Files.copy(LSUN.resolve("data.mdb"), environment.resolve("data.mdb"));
			Files.write(environment.resolve("lock.mdb"), new byte[8]);
		}
		Map<String, String> found = TestPictures.found(this.folder.resolve("lsun"), TestPictures.LABELLED);
		assertThat(found).hasSize(2 * COUNT);
		assertThat(found.entrySet()).allMatch((entry) -> entry.getKey().startsWith(entry.getValue() + "/"));
		assertThat(
				TestPictures.report(TestPictures.settings(this.folder.resolve("lsun"), TestPictures.LABELLED)).facts())
			.noneMatch((fact) -> fact.startsWith("Passed over"));
	}

	@Test
	void theOlderMetaPageIsNotLookedAt() throws IOException {
		// The second one is of transaction 121, the first of 122
		Path changed = changed((bytes) -> bytes.putLong(4096 + 128, 999));
		try (PictureSet set = open(changed)) {
			assertThat(set.size()).isEqualTo(COUNT);
		}
	}

	@Test
	void anEmptyEnvironmentHoldsNoPicture() throws IOException {
		Path empty = changed((bytes) -> bytes.putLong(128, -1));
		assertRefused(empty, "holds no readable picture");
	}

	@Test
	void aFileOfAnotherKindIsRefusedByItsPath() throws IOException {
		assertRefused(changed((bytes) -> bytes.putInt(16, 1)), "data.mdb is no LMDB file");
	}

	@Test
	void aFileThatIsCutShortIsRefusedByItsPath() throws IOException {
		byte[] whole = Files.readAllBytes(LSUN.resolve("data.mdb"));
		Path cut = Files.write(this.folder.resolve("data.mdb"), Arrays.copyOf(whole, 3 * 4096));
		assertRefused(cut, "data.mdb ends before its last page");
	}

	@Test
	void aTreeThatLeadsBackToItselfIsRefused() throws IOException {
		long root = ByteBuffer.wrap(Files.readAllBytes(LSUN.resolve("data.mdb")))
			.order(ByteOrder.LITTLE_ENDIAN)
			.getLong(128);
		Path circle = changed((bytes) -> {
			int page = Math.toIntExact(root * 4096);
			int first = page + bytes.getShort(page + 16);
			bytes.putShort(first, (short) root).putInt(first + 2, 0);
		});
		assertRefused(circle, "is broken");
	}

	@Test
	void brokenBytesEndInNoOtherFailure() throws IOException {
		Random random = new Random(1);
		for (int i = 0; i < 200; i++) {
			Path broken = changed((bytes) -> IntStream.range(0, 20)
				.forEach((_) -> bytes.put(random.nextInt(bytes.capacity()), (byte) random.nextInt())));
			try (PictureSource source = PictureSources.open(broken, LabelSettings.FOLDERS, TestPictures.TO_THE_END)) {
				for (int index = 0; index < Math.min(10, source.size()); index++) {
					source.decode(random.nextInt(source.size()), DECODER);
				}
			}
			catch (IOException | DataException ex) {
				assertThat(ex).hasMessageNotContaining("null");
			}
		}
	}

	private Path changed(Consumer<ByteBuffer> change) throws IOException {
		byte[] bytes = Files.readAllBytes(LSUN.resolve("data.mdb"));
		change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
		return Files.write(this.folder.resolve("data.mdb"), bytes);
	}

	private static void assertRefused(Path file, String reason) {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> open(file))
			.withMessageContaining(file.toString())
			.withMessageContaining(reason);
	}

	private static PictureSet open(Path path) {
		return PictureSet.open(PictureSettings.squares(path, 32, null, DataSize.ofMegabytes(10)));
	}

	private static String sha1(String text) throws NoSuchAlgorithmException {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}
