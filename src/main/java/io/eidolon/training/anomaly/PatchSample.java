package io.eidolon.training.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.eidolon.training.data.PictureSet;

/**
 * Takes patches of pictures, from each picture as many.
 *
 * @param most how many patches in all
 * @param side the pixels of a side of the pictures
 * @param places how many patches of a picture stand in a row
 */
record PatchSample(int most, int side, int places, Random random) {

	/**
	 * Takes patches.
	 * @param network whose output {@link PatchNetwork#PATCHES} are the patches of a
	 * picture
	 * @param check asked between pictures; it ends this by an exception
	 */
	List<float[]> of(PictureSet pictures, byte[] network, Runnable check) {
		List<float[]> sample = new ArrayList<>();
		int all = this.places * this.places;
		int each = Math.clamp(this.most / pictures.positions(), 1, all);
		try (PictureNetwork opened = PictureNetwork.open(PatchNetwork.PATCHES, network, this.side)) {
			for (int i : this.random.ints(0, pictures.positions())
				.distinct()
				.limit(Math.min(this.most, pictures.positions()))
				.toArray()) {
				check.run();
				float[] patches = opened.run(pictures.example(i).picture(), PatchNetwork.PATCHES);
				int length = patches.length / all;
				this.random.ints(0, all)
					.distinct()
					.limit(each)
					.mapToObj((place) -> Arrays.copyOfRange(patches, place * length, (place + 1) * length))
					.forEach(sample::add);
			}
		}
		return sample;
	}

}
