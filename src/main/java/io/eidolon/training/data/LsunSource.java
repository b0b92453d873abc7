package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.luciad.imageio.webp.WebPImageReaderSpi;

/**
 * A category of LSUN (Yu et al. 2015) as it is distributed: an LMDB environment whose
 * values are WebP files and whose keys are their hashes.
 *
 * @see <a href="https://github.com/fyu/lsun">The LSUN repository</a>
 */
final class LsunSource implements PictureSource {

	private static final String FILE = "data.mdb";

	private final WebPImageReaderSpi webp = new WebPImageReaderSpi();

	private final Path file;

	private final LmdbFile pictures;

	private LsunSource(Path file) throws IOException {
		this.file = file;
		this.pictures = new LmdbFile(file);
	}

	/** Says whether a path is an LMDB environment, or the file of one. */
	static boolean isLmdb(Path path) {
		return path.endsWith(FILE) || Files.isRegularFile(path.resolve(FILE));
	}

	static LsunSource open(Path path) throws IOException {
		return new LsunSource(path.endsWith(FILE) ? path : path.resolve(FILE));
	}

	@Override
	public int size() {
		return this.pictures.size();
	}

	@Override
	public String describe(int index) {
		return this.pictures.key(index);
	}

	@Override
	public BufferedImage read(int index) throws IOException {
		ImageReader reader = this.webp.createReaderInstance(null);
		try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(
				new ByteArrayInputStream(this.pictures.value(index)))) {
			reader.setInput(in);
			return reader.read(0);
		}
		catch (RuntimeException ex) {
			throw new IOException("is no WebP file", ex);
		}
		finally {
			reader.dispose();
		}
	}

	@Override
	public int label(int index) {
		return 0;
	}

	@Override
	public List<String> classes() {
		return List.of();
	}

	@Override
	public int channels() {
		return 3;
	}

	@Override
	public String stamp() throws IOException {
		return Stamp.of(List.of(this.file));
	}

	@Override
	public void close() {
		this.pictures.close();
	}

}
