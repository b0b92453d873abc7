package io.eidolon.training.distributed;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.nccl.ProcessGroupNCCL;

/**
 * What adds up tensors over all processes, with the store at which they have met, which
 * it does not keep alive by itself.
 */
record Collectives(Backend group, TCPStore store) implements AutoCloseable {

	/** For tensors in memory, over TCP. The first process keeps the store. */
	static Collectives gloo(World world) {
		try (PointerScope _ = new PointerScope()) {
			TCPStore store = store(world, world.first());
			ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(timeout(world))
				.devices(new GlooDeviceVector(ProcessGroupGloo.createDefaultDevice()));
			return kept(new ProcessGroupGloo(store, world.rank(), world.size(), options), store);
		}
	}

	/**
	 * For tensors on GPUs, of which each process has one of its own. It works in the
	 * order of what the GPU computes, so that no process waits for a number. It meets at
	 * the store of Gloo, where the names that both use differ.
	 */
	static Collectives nccl(World world) {
		try (PointerScope _ = new PointerScope()) {
			TCPStore store = store(world, false);
			ProcessGroupNCCL group = new ProcessGroupNCCL(store, world.rank(), world.size());
			group.setTimeout(timeout(world));
			return kept(group, store);
		}
	}

	/** Both live beyond the scope they are made in, until they are closed. */
	private static Collectives kept(Backend group, TCPStore store) {
		return new Collectives(group.retainReference(), store.retainReference());
	}

	private static TCPStore store(World world, boolean server) {
		return new TCPStore(world.host(),
				new TCPStoreOptions().port((short) world.port())
					.isServer(server)
					.waitWorkers(false)
					.timeout(timeout(world)));
	}

	private static Milliseconds timeout(World world) {
		return new Milliseconds(world.timeout().toMillis());
	}

	@Override
	public void close() {
		this.group.close();
		// Where others may still be looking each other up when this process is through
		this.store.close();
	}

}
