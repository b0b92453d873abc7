package io.eidolon.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Filters and deflates the rows of a PNG, in the better of two ways. Flat and enlarged
 * pictures repeat themselves: they take plain rows and a search for matches. Photographs
 * do not: they take the difference to the pixel on the left, filter Sub, and no search.
 */
final class PngCompression {

	private static final byte FILTER_NONE = 0;

	private static final byte FILTER_SUB = 1;

	/** Lazy matching begins here, which enlarged pictures gain most from. */
	private static final int MATCHING_LEVEL = 4;

	private PngCompression() {
	}

	static byte[] compress(Picture picture) {
		byte[] matched = deflate(plainRows(picture), MATCHING_LEVEL, Deflater.DEFAULT_STRATEGY);
		byte[] differences = subRows(picture);
		if (entropy(differences) >= matched.length) {
			return matched;
		}
		byte[] coded = deflate(differences, Deflater.BEST_SPEED, Deflater.HUFFMAN_ONLY);
		return (coded.length < matched.length) ? coded : matched;
	}

	private static byte[] plainRows(Picture picture) {
		int stride = picture.stride();
		byte[] rows = new byte[picture.height() * (1 + stride)];
		for (int y = 0; y < picture.height(); y++) {
			int row = y * (1 + stride);
			rows[row] = FILTER_NONE;
			System.arraycopy(picture.samples(), y * stride, rows, row + 1, stride);
		}
		return rows;
	}

	private static byte[] subRows(Picture picture) {
		int channels = picture.channels();
		int stride = picture.stride();
		byte[] samples = picture.samples();
		byte[] rows = plainRows(picture);
		for (int y = 0; y < picture.height(); y++) {
			int row = y * (1 + stride);
			rows[row] = FILTER_SUB;
			for (int x = channels; x < stride; x++) {
				rows[row + 1 + x] -= samples[y * stride + x - channels];
			}
		}
		return rows;
	}

	/**
	 * Shannon's bound in bytes: no code that looks at one byte at a time is shorter.
	 */
	private static double entropy(byte[] bytes) {
		int[] counts = new int[256];
		for (byte b : bytes) {
			counts[b & 0xff]++;
		}
		double nats = 0;
		for (int count : counts) {
			if (count > 0) {
				nats -= count * Math.log((double) count / bytes.length);
			}
		}
		return nats / Math.log(2) / Byte.SIZE;
	}

	private static byte[] deflate(byte[] bytes, int level, int strategy) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
		Deflater deflater = new Deflater(level);
		deflater.setStrategy(strategy);
		try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater, 8192)) {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return compressed.toByteArray();
	}

}
