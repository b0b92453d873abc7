package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.training.data.files.DataException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CaptionSetTests {

	private static final int PICTURES = 6;

	private static SentenceEncoder reference;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path cache;

	private int opened;

	@BeforeAll
	static void open() {
		reference = SentenceEncoder.open();
	}

	@AfterAll
	static void close() {
		reference.close();
	}

	@BeforeEach
	void pictures() throws IOException {
		for (int i = 0; i < PICTURES; i++) {
			ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB), "png",
					this.folder.resolve(i + ".png").toFile());
		}
	}

	@Test
	void captionsComeFromTheColumnsThatAreNamedSo() throws IOException {
		csv("file,caption,hair,caption2", "0.png,a man,brown,man", "1.png,a woman,blond,", "0.png,somebody,,");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(captions.of(0)).containsExactly("a man", "man", "somebody");
			assertThat(captions.of(1)).containsExactly("a woman");
			assertThat(captions.of(2)).isEmpty();
		}
	}

	@Test
	void aColumnMayBeChosen() throws IOException {
		csv("file,text,caption", "0.png,a man,wrong");
		try (PictureSet set = set()) {
			assertThat(read(set, null, "text").of(0)).containsExactly("a man");
			assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(set, null, "words"))
				.withMessageContaining("has no column words; it has [file, text, caption]");
		}
	}

	@Test
	void captionsComeFromACsvFileElsewhere() throws IOException {
		Path csv = this.cache.resolve("captions.csv");
		Files.writeString(csv, "file,caption\n3.png,\"a man\nanother line\"\n");
		try (PictureSet set = set()) {
			assertThat(read(set, csv).of(3)).containsExactly("a man", "another line");
		}
	}

	@Test
	void captionsComeFromTextFilesBesideThePictures() throws IOException {
		Files.writeString(this.folder.resolve("1.txt"), "a man\n\n  man, beard \n");
		try (PictureSet set = set()) {
			assertThat(read(set, null).of(1)).containsExactly("a man", "man, beard");
		}
	}

	@Test
	void captionsOfNoPictureAreRefused() throws IOException {
		try (PictureSet set = set()) {
			assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(set, null))
				.withMessageContaining("No picture, such as 0.png, has a caption");
		}
		csv("file,caption", "7.png,a man");
		try (PictureSet set = set()) {
			assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(set, null))
				.withMessageContaining("captions.csv");
		}
	}

	@Test
	void aCaptionThatIsTooLongIsLeftOut() throws IOException {
		csv("file,caption", "0.png," + "long ".repeat(200), "1.png,short");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(captions.of(0)).isEmpty();
			assertThat(captions.of(1)).containsExactly("short");
		}
	}

	@Test
	void eachOfThePicturesCaptionsIsDrawnAtSomeTime() throws IOException {
		csv("file,caption,caption2,a,b", "0.png,a man,man,1,1", "1.png,a woman,,2,2");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(sampled(captions, 0, 50).right).containsExactlyInAnyOrder("a man", "man");
			assertThat(sampled(captions, 1, 50).right).containsExactly("a woman");
		}
	}

	@Test
	void aWrongCaptionSaysTwoAttributesThatThePictureDoesNotHave() throws IOException {
		csv("file,caption,hair,glasses,shirt", "0.png,zero,brown,,red", "1.png,one,blond,,red",
				"2.png,two,blond,yes,red", "3.png,three,blond,yes,blue", "4.png,four,brown,,red",
				"5.png,,grey,yes,blue");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(sampled(captions, 0, 100).wrong).containsExactlyInAnyOrder("two", "three");
			assertThat(sampled(captions, 1, 100).wrong).containsExactly("three");
			assertThat(sampled(captions, 2, 100).wrong).containsExactlyInAnyOrder("zero", "four");
			assertThat(sampled(captions, 5, 100).wrong).isEmpty();
		}
	}

	@Test
	void aCaptionThatSaysOneAttributeIsWrongWhereThatDiffers() throws IOException {
		csv("file,caption,hair,glasses,shirt", "0.png,brown hair,brown,,red", "1.png,brown hair,brown,yes,blue",
				"2.png,blond hair,blond,,red", "3.png,blond hair,blond,yes,blue", "4.png,somebody,brown,,red",
				"5.png,somebody,blond,yes,blue");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(sampled(captions, 0, 100).wrong).containsExactly("blond hair");
			assertThat(sampled(captions, 5, 100).wrong).containsExactly("brown hair");
		}
	}

	@Test
	void theValuesOfEachAttributeHaveNumbersOfTheirOwn() throws IOException {
		csv("file,caption,hair,shirt", "0.png,zero,brown,red", "1.png,one,red,red", "2.png,two,brown,blue",
				"3.png,three,grey,red");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(captions.attributes()).containsExactly(3, 2);
			assertThat(captions.attributesOf(1)).containsExactly(1, 0);
			assertThat(captions.attributesOf(2)).containsExactly(0, 1);
			assertThat(captions.attributesOf(5)).containsExactly(-1, -1);
		}
	}

	@Test
	void aColumnOfManyValuesIsNoAttribute() throws IOException {
		String[] lines = IntStream.range(0, 129)
			.mapToObj((i) -> "%s.png,somebody,%s,%s".formatted(i, i, i % 2))
			.toArray(String[]::new);
		for (int i = PICTURES; i < lines.length; i++) {
			Files.copy(this.folder.resolve("0.png"), this.folder.resolve(i + ".png"));
		}
		csv(Stream.concat(Stream.of("file,caption,number,parity"), Stream.of(lines)).toArray(String[]::new));
		try (PictureSet set = set()) {
			assertThat(read(set, null).attributes()).containsExactly(2);
		}
	}

	@Test
	void frequentCaptionsThatSayMuchAndSomethingNewAreExamples() throws IOException {
		csv("file,caption", "0.png,a man", "1.png,a man", "2.png,a bearded man with glasses",
				"3.png,a bearded man with glasses", "4.png,\"a young woman, long hair\"",
				"5.png,\"young woman, long hair\"");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			assertThat(captions.all()).hasSize(6);
			assertThat(captions.examples(1)).containsExactly("a bearded man with glasses");
			assertThat(captions.examples(10)).hasSize(2);
		}
	}

	@Test
	void withoutAttributesAWrongCaptionIsUnlikeTheRightOne() throws IOException {
		csv("file,caption", "0.png,a bearded man", "1.png,man with a beard", "2.png,a red car on the street",
				"3.png,two yellow bananas", "4.png,a bedroom with a blue bed", "5.png,a ship at sea");
		try (PictureSet set = set()) {
			Set<String> wrong = sampled(read(set, null), 0, 200).wrong;
			assertThat(wrong).isNotEmpty().doesNotContain("a bearded man", "man with a beard");
		}
	}

	@Test
	void aSecondStartFindsTheVectorsOfTheFirst() throws IOException {
		csv("file,caption", "0.png,a man", "1.png,a woman");
		try (PictureSet set = set()) {
			Set<String> first = sampled(read(set, null), 0, 1).right;
			assertThat(sampled(read(set, null), 0, 1).right).isEqualTo(first).containsExactly("a man");
			assertThat(this.opened).isOne();
			csv("file,caption", "0.png,a man", "1.png,another woman");
			read(set, null);
			assertThat(this.opened).isEqualTo(2);
		}
	}

	@Test
	void batchesComeWithTheSentencesOfTheirPicturesAlsoAfterAResume() throws IOException {
		csv("file,caption,caption2,a,b", "0.png,zero,null,0,0", "1.png,one,first,1,1", "2.png,two,second,2,2",
				"3.png,three,third,3,3", "4.png,,,4,4", "5.png,five,fifth,5,5");
		try (PictureSet set = set()) {
			CaptionSet captions = read(set, null);
			try (BatchLoader whole = new BatchLoader(set, captions, 4, BatchShare.WHOLE, true, false, 3, 0);
					BatchLoader resumed = new BatchLoader(set, captions, 4, BatchShare.WHOLE, true, false, 3, 5);
					BatchLoader second = new BatchLoader(set, captions, 4, new BatchShare(1, 2), true, false, 3, 5)) {
				IntStream.range(0, 5).forEach((_) -> whole.next());
				Batch expected = whole.next();
				Batch actual = resumed.next();
				assertThat(expected.sentences()).hasSize(4 * SentenceEncoder.DIMENSION);
				assertThat(actual.sentences()).isEqualTo(expected.sentences());
				assertThat(actual.wrongSentences()).isEqualTo(expected.wrongSentences());
				assertThat(actual.attributes()).hasSize(4 * 2).isEqualTo(expected.attributes());
				Batch part = second.next();
				assertThat(part.attributes())
					.isEqualTo(Arrays.copyOfRange(Objects.requireNonNull(expected.attributes()), 2 * 2, 4 * 2));
				assertThat(part.wrongSentences()).isEqualTo(Arrays.copyOfRange(expected.wrongSentences(),
						2 * SentenceEncoder.DIMENSION, 4 * SentenceEncoder.DIMENSION));
			}
		}
	}

	/** The captions whose vectors come for a picture. */
	private Sampled sampled(CaptionSet captions, int index, int times) {
		Set<String> texts = new HashSet<>();
		IntStream.range(0, PICTURES).forEach((i) -> texts.addAll(captions.of(i)));
		Sampled sampled = new Sampled(new HashSet<>(), new HashSet<>());
		RandomGenerator random = new SplittableRandom(7);
		for (int i = 0; i < times; i++) {
			float[] right = new float[2 * SentenceEncoder.DIMENSION];
			float[] wrong = new float[2 * SentenceEncoder.DIMENSION];
			captions.sample(index, () -> random.nextInt(PICTURES), random, right, wrong, 1);
			for (String text : texts) {
				float[] vector = reference.encode(text);
				if (Arrays.equals(right, SentenceEncoder.DIMENSION, right.length, vector, 0, vector.length)) {
					sampled.right.add(text);
				}
				if (Arrays.equals(wrong, SentenceEncoder.DIMENSION, wrong.length, vector, 0, vector.length)) {
					sampled.wrong.add(text);
				}
			}
		}
		return sampled;
	}

	private CaptionSet read(PictureSet set, @Nullable Path csv, String... columns) {
		return CaptionSet.read(set, csv, List.of(columns), TextReading.WHOLE, () -> {
			this.opened++;
			return SentenceEncoder.open();
		}, this.cache);
	}

	private PictureSet set() {
		return PictureSet.open(PictureSettings.squares(this.folder, 28, 1, DataSize.ofMegabytes(1)));
	}

	private void csv(String... lines) throws IOException {
		Files.write(this.folder.resolve("captions.csv"), List.of(lines));
	}

	private record Sampled(Set<String> right, Set<String> wrong) {

	}

}
