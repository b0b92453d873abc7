package io.eidolon;

import java.util.function.IntConsumer;

/**
 * Ends the process when an error of the virtual machine, such as OutOfMemoryError, has
 * ended one of its threads: a server without its network threads would live on and answer
 * nobody, whereas one that has ended is started again.
 *
 * @param exit ends the process with a status
 */
record FatalErrors(IntConsumer exit) implements Thread.UncaughtExceptionHandler {

	/** As the JVM exits with -XX:+ExitOnOutOfMemoryError. */
	static final int STATUS = 3;

	/** Watches all threads from now on. */
	static void endTheProcess() {
		Thread.setDefaultUncaughtExceptionHandler(new FatalErrors(Runtime.getRuntime()::halt));
	}

	@Override
	public void uncaughtException(Thread thread, Throwable ex) {
		try {
			System.err.println("Uncaught in thread " + thread.getName() + ": " + ex);
			ex.printStackTrace();
		}
		finally {
			if (ex instanceof VirtualMachineError) {
				this.exit.accept(STATUS);
			}
		}
	}

}
