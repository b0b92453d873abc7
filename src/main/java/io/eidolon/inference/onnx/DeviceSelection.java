package io.eidolon.inference.onnx;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.inference.onnx.DeviceProperties.Wish;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device that serves, which a gauge shows beside the one that was asked for. */
final class DeviceSelection {

	private static final Logger logger = LoggerFactory.getLogger(DeviceSelection.class);

	private final Device device;

	/**
	 * Selects a device.
	 * @throws InvalidModelException when it was asked for and cannot be had
	 */
	DeviceSelection(Wish wish, MeterRegistry meters) {
		this.device = select(wish);
		Gauge.builder("eidolon.device", () -> 1)
			.description("1 for the device that images are generated on")
			.tag("device", this.device.toString())
			.tag("requested", wish.toString())
			.register(meters);
	}

	Device device() {
		return this.device;
	}

	private static Device select(Wish wish) {
		return switch (wish) {
			case CPU -> Device.CPU;
			case CUDA -> {
				probe();
				yield Device.CUDA;
			}
			case AUTO -> {
				try {
					probe();
					yield Device.CUDA;
				}
				catch (InvalidModelException ex) {
					logger.warn("eidolon.device (auto) is the CPU: {}", ex.getMessage());
					yield Device.CPU;
				}
			}
		};
	}

	// Whether a GPU and its libraries are there shows when a session opens on it.
	private static void probe() {
		GraphBuilder graph = new GraphBuilder("probe", 17);
		graph.output(graph.input("z", ElementType.FLOAT, Dimension.BATCH), "image", ElementType.FLOAT, Dimension.BATCH);
		try {
			GeneratorSession.open("A graph", graph.build(), Device.CUDA).close();
		}
		catch (InvalidModelException ex) {
			throw new InvalidModelException(
					"CUDA cannot be had; build with -Pgpu, run on a machine with a GPU, CUDA 12 and cuDNN 9, or set eidolon.device=cpu: "
							+ ex.getMessage(),
					ex);
		}
	}

}
