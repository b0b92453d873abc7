package io.eidolon.web.management;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Tells how much memory the process has in use, that of native libraries included, of
 * which the JVM knows nothing. Linux tells; elsewhere it is not a number.
 */
@Component
class ResidentMemory implements MeterBinder {

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final String RESIDENT = "VmRSS:";

	private static final long KILOBYTE = 1024;

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("eidolon.memory.resident", ResidentMemory::bytes)
			.description("Memory of the process, that of native libraries included")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

	static double bytes() {
		try (Stream<String> lines = Files.lines(STATUS)) {
			return lines.filter((line) -> line.startsWith(RESIDENT))
				.mapToDouble((line) -> KILOBYTE * Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(Double.NaN);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

}
