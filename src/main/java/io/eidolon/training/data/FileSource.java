package io.eidolon.training.data;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.PassedOver;
import io.eidolon.training.data.files.StoredFile;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.data.labels.Labels;

/** Files of pictures in a folder or an archive. */
final class FileSource implements PictureSource {

	private final FileTree tree;

	private final List<StoredFile> pictures;

	private final List<StoredFile> others;

	private final PassedOver passedOver;

	private final int[] labels;

	private final List<String> classes;

	private FileSource(FileTree tree, FileScan scan, List<StoredFile> pictures, int[] labels, List<String> classes) {
		this.tree = tree;
		this.pictures = pictures;
		this.others = scan.others();
		this.passedOver = scan.passedOver();
		this.labels = labels;
		this.classes = classes;
	}

	static FileSource of(FileTree tree, LabelSettings settings) throws IOException {
		FileScan scan = FileScan.of(tree);
		if (scan.pictures().isEmpty()) {
			throw new DataException("%s holds no readable picture%s; understood are %s"
				.formatted(tree.origin().toAbsolutePath(), instead(scan.passedOver()), PictureSources.UNDERSTOOD));
		}
		Labels labels = Labels.find(settings, tree.origin(), scan.root(), scan.pictures(), scan.others());
		boolean labelled = !labels.classes().isEmpty();
		int[] kept = IntStream.range(0, scan.pictures().size())
			.filter((i) -> !settings.exclusive() || !labelled || labels.names().get(i) != null)
			.toArray();
		int without = (int) labels.names().stream().filter((name) -> name == null).count();
		scan.passedOver().count("without a label", scan.pictures().size() - kept.length);
		Labels own = labels.ofSome(kept);
		return new FileSource(tree, scan, IntStream.of(kept).mapToObj(scan.pictures()::get).toList(), own.indexes(),
				(without > 0 && !settings.exclusive()) ? List.of() : own.classes());
	}

	private static String instead(PassedOver passedOver) {
		return passedOver.entries().isEmpty() ? "" : ", but " + String.join(", ", passedOver.entries());
	}

	@Override
	public int size() {
		return this.pictures.size();
	}

	@Override
	public String describe(int index) {
		return this.pictures.get(index).path();
	}

	@Override
	public Picture decode(int index, PictureDecoder decoder) throws IOException {
		return EncodedPicture.decode(this.pictures.get(index).read(), decoder);
	}

	@Override
	public Summary summary(int index) throws IOException {
		return EncodedPicture.summary(this.pictures.get(index).read());
	}

	@Override
	public List<StoredFile> others() {
		return this.others;
	}

	@Override
	public PassedOver passedOver() {
		return this.passedOver;
	}

	@Override
	public int label(int index) {
		return this.labels[index];
	}

	@Override
	public List<String> classes() {
		return this.classes;
	}

	@Override
	public int channels() {
		return 3;
	}

	@Override
	public String stamp() {
		StringBuilder stamp = new StringBuilder(this.tree.origin().toAbsolutePath().normalize() + "\n");
		this.pictures.forEach((file) -> stamp.append(file.stamp()));
		return Sha256.hex(stamp.toString());
	}

	@Override
	public String contents() {
		StringBuilder contents = new StringBuilder();
		this.pictures.forEach((file) -> contents.append(file.path()).append('\n').append(file.size()).append('\n'));
		return Sha256.hex(contents.toString());
	}

	@Override
	public void close() {
		this.tree.close();
	}

}
