package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.data.files.StoredFile;
import org.jspecify.annotations.Nullable;

/** Pictures that are kept as an array of samples, all of one size. */
final class ArraySource implements PictureSource {

	private final StoredFile file;

	private final int width;

	private final int height;

	private final int channels;

	private final byte[][] pictures;

	private final int @Nullable [] labels;

	private final List<String> classes;

	/**
	 * Takes an array.
	 * @param file where it comes from
	 * @param pictures (count) the samples of each, (height, width, channels)
	 * @param labels (count), or null
	 * @param names the names of labels, as far as they are known
	 */
	ArraySource(StoredFile file, int width, int height, int channels, byte[][] pictures, int @Nullable [] labels,
			List<String> names) {
		this.file = file;
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.pictures = pictures;
		this.labels = labels;
		int largest = (labels != null) ? IntStream.of(labels).max().orElse(-1) : -1;
		this.classes = (names.size() > largest && labels != null) ? names
				: IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
	}

	@Override
	public int size() {
		return this.pictures.length;
	}

	@Override
	public String describe(int index) {
		return this.file.path() + "#" + index;
	}

	@Override
	public Picture decode(int index, PictureDecoder decoder) {
		return decoder.decode(image(index));
	}

	private BufferedImage image(int index) {
		byte[] samples = this.pictures[index];
		if (this.channels == 1) {
			BufferedImage image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_BYTE_GRAY);
			image.getRaster().setDataElements(0, 0, this.width, this.height, samples);
			return image;
		}
		int[] rgb = new int[this.width * this.height];
		for (int i = 0; i < rgb.length; i++) {
			rgb[i] = (samples[3 * i] & 0xFF) << 16 | (samples[3 * i + 1] & 0xFF) << 8 | samples[3 * i + 2] & 0xFF;
		}
		BufferedImage image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, this.width, this.height, rgb, 0, this.width);
		return image;
	}

	@Override
	public Summary summary(int index) {
		return new Summary(this.width, this.height, Arrays.hashCode(this.pictures[index]));
	}

	@Override
	public int label(int index) {
		return (this.labels != null) ? this.labels[index] : 0;
	}

	@Override
	public List<String> classes() {
		return this.classes;
	}

	@Override
	public int channels() {
		return this.channels;
	}

	@Override
	public String stamp() {
		return Sha256.hex(this.file.stamp());
	}

	@Override
	public String contents() {
		return Sha256.hex(this.file.path() + this.file.size() + size());
	}

}
