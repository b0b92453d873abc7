package io.eidolon.image;

import java.util.function.BooleanSupplier;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/**
 * Ends a reader between two rows when nobody waits for its picture any more.
 *
 * @param cancelled whether nobody does
 */
record AbortOnCancellation(BooleanSupplier cancelled) implements IIOReadProgressListener {

	@Override
	public void imageProgress(ImageReader source, float percentageDone) {
		if (this.cancelled.getAsBoolean()) {
			source.abort();
		}
	}

	@Override
	public void imageStarted(ImageReader source, int imageIndex) {
	}

	@Override
	public void imageComplete(ImageReader source) {
	}

	@Override
	public void readAborted(ImageReader source) {
	}

	@Override
	public void sequenceStarted(ImageReader source, int minIndex) {
	}

	@Override
	public void sequenceComplete(ImageReader source) {
	}

	@Override
	public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
	}

	@Override
	public void thumbnailProgress(ImageReader source, float percentageDone) {
	}

	@Override
	public void thumbnailComplete(ImageReader source) {
	}

}
