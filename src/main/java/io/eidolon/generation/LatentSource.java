package io.eidolon.generation;

import java.util.List;

import io.eidolon.latent.Seed;
import org.jspecify.annotations.Nullable;

/** Where the latents of a request come from. */
public sealed interface LatentSource {

	/** Returns how many pictures are asked for. */
	int count();

	/** Whether the same latents come each time, and equal sources say so. */
	boolean isFixed();

	/**
	 * Seeds one after the other.
	 *
	 * @param first the seed of the first picture, null for any
	 * @param count how many
	 */
	record Consecutive(@Nullable Seed first, int count) implements LatentSource {

		@Override
		public boolean isFixed() {
			return this.first != null;
		}

	}

	/**
	 * Seeds, each given.
	 *
	 * @param seeds one for each picture
	 */
	record Seeds(List<Seed> seeds) implements LatentSource {

		@Override
		public int count() {
			return this.seeds.size();
		}

		@Override
		public boolean isFixed() {
			return true;
		}

	}

	/**
	 * Latents, each given.
	 *
	 * @param latents (count, latent dimension)
	 */
	record Explicit(List<float[]> latents) implements LatentSource {

		@Override
		public int count() {
			return this.latents.size();
		}

		// Arrays are equal to themselves alone.
		@Override
		public boolean isFixed() {
			return false;
		}

	}

}
