package io.eidolon.training.data;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.modelcard.Sha256;

/**
 * The decoded pictures of one set at one size, in a file of raw samples, so that the
 * second start need not decode them. The file is named by all that its content depends
 * on, so that a changed set is decoded anew.
 *
 * <pre>
 * magic u64 | count of pictures u32 | then for each: whether it could be decoded u8, its samples
 * </pre>
 */
final class DecodedCache {

	private static final long MAGIC = 0x4549_444F_4C4F_4E32L; // EIDOLON2

	private final CacheFile file;

	private final int count;

	private final PictureDecoder decoder;

	/**
	 * Names the file of a set.
	 * @param folder where such files are kept
	 */
	DecodedCache(Path folder, PictureSource source, PictureDecoder decoder) {
		String key = Sha256.hex("%s %s %s".formatted(source.stamp(), source.size(), decoder));
		this.file = new CacheFile(folder.resolve(key.substring(0, 32) + ".pictures"), "decoded pictures", MAGIC);
		this.count = source.size();
		this.decoder = decoder;
	}

	/**
	 * Returns the pictures, an empty one for each that could not be decoded, where they
	 * are kept.
	 */
	Optional<List<Optional<Picture>>> read() {
		return this.file.read(this::pictures);
	}

	private List<Optional<Picture>> pictures(DataInputStream in) throws IOException {
		if (in.readInt() != this.count) {
			throw new IOException("it is of another kind");
		}
		List<Optional<Picture>> pictures = new ArrayList<>(this.count);
		for (int i = 0; i < this.count; i++) {
			pictures.add(in.readBoolean() ? Optional.of(picture(in)) : Optional.empty());
		}
		return pictures;
	}

	private Picture picture(DataInputStream in) throws IOException {
		byte[] samples = new byte[this.decoder.width() * this.decoder.height() * this.decoder.channels()];
		in.readFully(samples);
		return new Picture(this.decoder.width(), this.decoder.height(), this.decoder.channels(), samples);
	}

	/** Keeps pictures. When there is no room, training goes on without. */
	void write(List<Optional<Picture>> pictures) {
		this.file.write((out) -> write(out, pictures));
	}

	private void write(DataOutputStream out, List<Optional<Picture>> pictures) throws IOException {
		out.writeInt(this.count);
		for (Optional<Picture> picture : pictures) {
			out.writeBoolean(picture.isPresent());
			if (picture.isPresent()) {
				out.write(picture.get().samples());
			}
		}
	}

}
