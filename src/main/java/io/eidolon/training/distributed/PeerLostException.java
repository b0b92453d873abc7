package io.eidolon.training.distributed;

/** Another process has ended, or does not answer in time. */
public final class PeerLostException extends RuntimeException {

	PeerLostException(World world, String doing, Throwable cause) {
		super("The process of rank %s in %s lost a peer while %s (%s); start all of them again, with --resume "
			.formatted(world.rank(), world.size(), doing, firstLine(cause)) + "to go on from the last checkpoint",
				cause);
	}

	// libtorch's messages run over many lines
	private static String firstLine(Throwable cause) {
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
	}

}
