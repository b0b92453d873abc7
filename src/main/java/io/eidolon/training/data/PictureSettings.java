package io.eidolon.training.data;

import java.nio.file.Path;
import java.util.List;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.data.labels.LabelSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Which pictures are opened, and how.
 *
 * @param path the folder, archive or file that they are in
 * @param width pixels of a row that each is resized to
 * @param height pixels of a column
 * @param channels 1 or 3, or null for what the source holds
 * @param labels where labels are taken from
 * @param classNames other names for the classes, in the order of their numbers, or empty
 * @param memory up to how many bytes of decoded pictures are held
 * @param cache the folder in which decoded pictures are kept for the next start, or null
 * @param batch the pictures of a step, 0 where there are no steps
 */
public record PictureSettings(Path path, int width, int height, @Nullable Integer channels, LabelSettings labels,
		List<String> classNames, DataSize memory, @Nullable Path cache, int batch) {

	/** Squares, whose labels are those of folders, without a cache. */
	public static PictureSettings squares(Path path, int side, @Nullable Integer channels, DataSize memory) {
		return new PictureSettings(path, side, side, channels, LabelSettings.FOLDERS, List.of(), memory, null, 0);
	}

	/** Pictures of the size that a model makes, whose labels are those of folders. */
	public static PictureSettings of(Path path, ImageShape shape, DataSize memory) {
		return new PictureSettings(path, shape.width(), shape.height(), shape.channels(), LabelSettings.FOLDERS,
				List.of(), memory, null, 0);
	}

	/** The same with other labels. */
	public PictureSettings with(LabelSettings labels) {
		return new PictureSettings(this.path, this.width, this.height, this.channels, labels, this.classNames,
				this.memory, this.cache, this.batch);
	}

	/** The same with a cache, or without for null. */
	public PictureSettings keptIn(@Nullable Path cache) {
		return new PictureSettings(this.path, this.width, this.height, this.channels, this.labels, this.classNames,
				this.memory, cache, this.batch);
	}

	/** The same with other names for the classes. */
	public PictureSettings named(List<String> classNames) {
		return new PictureSettings(this.path, this.width, this.height, this.channels, this.labels, classNames,
				this.memory, this.cache, this.batch);
	}

	/** The same for batches of a size. */
	public PictureSettings batchesOf(int batch) {
		return new PictureSettings(this.path, this.width, this.height, this.channels, this.labels, this.classNames,
				this.memory, this.cache, batch);
	}

}
