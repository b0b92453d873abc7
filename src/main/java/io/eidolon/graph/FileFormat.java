package io.eidolon.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Formats that are often found where an ONNX model should be, told from a file's first
 * bytes, each with what to do about it.
 */
public enum FileFormat {

	/** A file of no bytes. */
	EMPTY("is empty; copy or download it again", (head) -> head.bytes().length == 0),

	/** What Git keeps in place of a large file. */
	GIT_LFS_POINTER("is a Git LFS pointer, not the file that it stands for; run git lfs pull",
			(head) -> head.text().startsWith("version https://git-lfs.github.com/spec/")),

	/** A page, mostly one that says that there is no such file. */
	WEB_PAGE("is a web page; download the file itself, by its raw or resolve link",
			(head) -> head.text().matches("(?s)\\s*<(!doctype html|html|head|body|\\?xml|!--).*")),

	/** Compressed by gzip. */
	GZIP("is compressed by gzip; unpack it with gunzip", (head) -> head.starts(0x1F, 0x8B)),

	/** Compressed by another program. */
	COMPRESSED("is compressed by xz, bzip2, zstd, 7z or RAR; unpack it",
			(head) -> head.starts(0xFD, '7', 'z', 'X', 'Z') || head.starts('B', 'Z', 'h')
					|| head.starts(0x28, 0xB5, 0x2F, 0xFD) || head.starts('7', 'z', 0xBC, 0xAF)
					|| head.starts('R', 'a', 'r', '!')),

	/** A tar archive. */
	TAR("is a tar archive; unpack it", (head) -> head.at(257, "ustar")),

	/** Weights as PyTorch saves them since 1.6: a ZIP archive with a pickle in it. */
	PYTORCH("is a PyTorch checkpoint; load it into its network and export that with torch.onnx.export",
			(head) -> head.starts('P', 'K') && (head.contains("data.pkl") || head.contains("constants.pkl"))
					|| head.starts(0x80, 2, 0x8A, 0x0A)),

	/** A pickle of something else. */
	PICKLE("is a Python pickle, not a graph; load it where it was made and export the network with torch.onnx.export",
			(head) -> head.bytes().length > 2 && head.starts(0x80) && head.bytes()[1] >= 2 && head.bytes()[1] <= 5),

	/** Weights or a model as Keras saves them since 3. */
	KERAS("is a Keras model; convert it with tf2onnx or model.export(format=\"onnx\")",
			(head) -> head.starts('P', 'K') && (head.contains("model.weights.h5") || head.contains("config.json"))),

	/** Any other ZIP archive. */
	ZIP("is a ZIP archive; unpack it", (head) -> head.starts('P', 'K', 3, 4)),

	/** Weights or a model as Keras saved them before 3. */
	HDF5("is an HDF5 file, as Keras saves models; convert it with tf2onnx",
			(head) -> head.starts(0x89, 'H', 'D', 'F', '\r', '\n')),

	/** A graph of TensorFlow Lite. */
	TFLITE("is a TensorFlow Lite model; convert it with tf2onnx --tflite", (head) -> head.at(4, "TFL3")),

	/** A graph as TensorFlow saves it: the first field of an ONNX file is at least 3. */
	SAVED_MODEL("is a TensorFlow SavedModel; convert its folder with tf2onnx --saved-model",
			(head) -> head.starts(0x08, 0x01, 0x12)),

	/** A graph as ONNX Runtime saves it. */
	ORT("is in ONNX Runtime's own format; use the .onnx file that it was made from", (head) -> head.at(4, "ORTM")),

	/** Weights without a graph. */
	SAFETENSORS("holds weights alone (safetensors); load them into their network and export that as ONNX",
			(head) -> head.at(8, "{\"")),

	/** An array of NumPy. */
	NUMPY("is a NumPy array, not a graph", (head) -> head.starts(0x93, 'N', 'U', 'M', 'P', 'Y')),

	/** A picture. */
	PICTURE("is a picture, not a graph",
			(head) -> head.starts(0x89, 'P', 'N', 'G') || head.starts(0xFF, 0xD8, 0xFF) || head.starts('G', 'I', 'F')),

	/** Zeros alone, as a download that was broken off leaves. */
	ZEROS("begins with nothing but zeros; copy or download it again",
			(head) -> head.bytes().length >= 16 && Arrays.equals(head.bytes(), new byte[head.bytes().length])),

	/** Any text. */
	TEXT("is a text, not a graph; download the file itself", (head) -> head.bytes().length > 3 && head.isText());

	private static final int HEAD = 512;

	private final String description;

	private final Predicate<Head> recognised;

	FileFormat(String description, Predicate<Head> recognised) {
		this.description = description;
		this.recognised = recognised;
	}

	/** What a file is, and what to do about it, as the rest of a sentence. */
	public String description() {
		return this.description;
	}

	/** Whether no file of weights can be of this format by chance. */
	boolean isNoData() {
		return this == EMPTY || this == GIT_LFS_POINTER || this == WEB_PAGE || this == GZIP || this == ZIP;
	}

	/**
	 * The format of a file; empty for one that is none of these, or cannot be read.
	 */
	public static Optional<FileFormat> of(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return of(in.readNBytes(HEAD));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** The format of a file that begins with some bytes. */
	static Optional<FileFormat> of(byte[] start) {
		Head head = new Head(start);
		return Arrays.stream(values()).filter((format) -> format.recognised.test(head)).findFirst();
	}

	/**
	 * The first bytes of a file.
	 *
	 * @param bytes as many as there are, at most {@value #HEAD}
	 */
	private record Head(byte[] bytes) {

		boolean starts(int... expected) {
			for (int i = 0; i < expected.length; i++) {
				if (i >= this.bytes.length || (this.bytes[i] & 0xFF) != expected[i]) {
					return false;
				}
			}
			return true;
		}

		boolean at(int offset, String expected) {
			return this.bytes.length >= offset + expected.length()
					&& new String(this.bytes, offset, expected.length(), StandardCharsets.ISO_8859_1).equals(expected);
		}

		boolean contains(String expected) {
			return new String(this.bytes, StandardCharsets.ISO_8859_1).contains(expected);
		}

		/** The text, in lower case and without a mark of its encoding. */
		String text() {
			String text = new String(this.bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}

		boolean isText() {
			return text().chars().allMatch((c) -> c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c < 0x7F);
		}

	}

}
