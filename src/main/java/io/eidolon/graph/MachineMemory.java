package io.eidolon.graph;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** The memory that the machine, or the container, has. */
public final class MachineMemory {

	private MachineMemory() {
	}

	/** All of it, in bytes. */
	public static long total() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getTotalMemorySize() : Long.MAX_VALUE;
	}

}
