package io.eidolon.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.onnx.proto.OnnxMl.ModelProto;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A file that is something else than a graph is called what it is, with the next step.
 */
@Tag("foreign")
class FileFormatTests {

	private static final String POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64)
			+ "\nsize 12345678\n";

	@TempDir
	Path folder;

	@Test
	void whatIsFetchedInPlaceOfAFileIsCalledThat() throws IOException {
		refused(POINTER.getBytes(StandardCharsets.UTF_8),
				"is a Git LFS pointer, not the file that it stands for; run git lfs pull");
		for (String page : new String[] { "<!DOCTYPE html><html>Not found</html>", "\n <HTML>",
				"<?xml version=\"1.0\"?>" }) {
			refused(page.getBytes(StandardCharsets.UTF_8),
					"is a web page; download the file itself, by its raw or resolve link");
		}
		refused(new byte[0], "is empty; copy or download it again");
		refused(new byte[4096], "begins with nothing but zeros; copy or download it again");
	}

	@Test
	void whatIsPackedIsCalledThat() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(ForeignGenerators.plain().toByteArray());
		}
		refused(packed.toByteArray(), "is compressed by gzip; unpack it with gunzip");
		refused(zip("generator.onnx"), "is a ZIP archive; unpack it");
		for (int[] start : new int[][] { { 0xFD, '7', 'z', 'X', 'Z', 0 }, { 0x28, 0xB5, 0x2F, 0xFD },
				{ 'R', 'a', 'r', '!', 0x1A, 7, 0 } }) {
			byte[] file = new byte[64];
			for (int i = 0; i < start.length; i++) {
				file[i] = (byte) start[i];
			}
			refused(file, "is compressed by xz, bzip2, zstd, 7z or RAR; unpack it");
		}
	}

	@Test
	void whatOtherFrameworksWriteIsCalledThat() throws IOException {
		refused(zip("archive/data.pkl"),
				"is a PyTorch checkpoint; load it into its network and export that with torch.onnx.export");
		refused(zip("config.json"), "is a Keras model; convert it with tf2onnx");
		byte[] hdf5 = new byte[98];
		System.arraycopy(new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n' }, 0, hdf5, 0, 8);
		refused(hdf5, "is an HDF5 file, as Keras saves models; convert it with tf2onnx");
		refused(new byte[] { (byte) 0x80, 2, '}', 'q', 0, '.' }, "is a Python pickle, not a graph");
	}

	@Test
	void weightsThatAreAPointerAreCalledThat() throws IOException {
		Files.writeString(this.folder.resolve("w.data"), POINTER);
		refused(ForeignGenerators.apart(ForeignGenerators.plain(), "w.data").toByteArray(),
				"w0 keeps its data in w.data, which is a Git LFS pointer");
	}

	private void refused(byte[] bytes, String reason) throws IOException {
		Path file = Files.write(this.folder.resolve("generator.onnx"), bytes);
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> OnnxGraph.read(file, this.folder))
			.withMessageContaining(reason);
	}

	private static byte[] zip(String entry) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry(entry));
			out.write("x".getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
