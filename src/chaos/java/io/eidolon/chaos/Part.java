package io.eidolon.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of the chaos, in the order in which they are run. */
enum Part {

	/** Ten times the load that keeps the service busy. */
	OVERLOAD {
		@Override
		void run(Chaos chaos) throws Exception {
			Path models = chaos.models("overload");
			try (Service service = Service.start(models, MANY_FILES, chaos.log("overload"))) {
				Overload.run(service, chaos.overload(), chaos.losses());
			}
		}
	},

	/** What one who asks for little waits beside others that ask for all they can. */
	FAIRNESS {
		@Override
		void run(Chaos chaos) throws Exception {
			try (Service service = Service.start(Chaos.SPARE, MANY_FILES, chaos.log("fairness"))) {
				Fairness.run(service, chaos.overload(), chaos.losses());
			}
		}
	},

	/** Models that are replaced and lost under load, clients that hang up. */
	DISORDER {
		@Override
		void run(Chaos chaos) throws Exception {
			System.out.println("Disorder:");
			disorder(chaos, "disorder", chaos.disorder(), false);
		}
	},

	/** One of two replicas behind the gateway is killed, and the next when it is back. */
	REPLICAS {
		@Override
		void run(Chaos chaos) throws Exception {
			if (!Gateway.isInstalled()) {
				System.out.println("nginx is not installed: no replica was killed behind the gateway");
				return;
			}
			System.out.println("Replicas that are killed behind the gateway:");
			Duration between = (chaos.disorder().compareTo(MINUTE) < 0) ? chaos.disorder().dividedBy(4) : MINUTE;
			new Replicas(Chaos.SPARE, chaos.folder()).run(chaos.disorder(), between, chaos.losses());
		}
	},

	/** A process that may open few files. */
	FILES {
		@Override
		void run(Chaos chaos) throws Exception {
			System.out.println("Few files:");
			try (Service service = Service.start(Chaos.SPARE, FEW_FILES, chaos.log("files"))) {
				Disorder.exhaustFiles(service, chaos.losses());
			}
		}
	},

	/** Disorder for a minute while the disk is full. */
	DISK {
		@Override
		void run(Chaos chaos) throws Exception {
			System.out.println("Disorder on a full disk:");
			Duration time = (chaos.disorder().compareTo(MINUTE) < 0) ? chaos.disorder() : MINUTE;
			disorder(chaos, "disk", time, true);
		}
	};

	private static final int MANY_FILES = 4096;

	private static final int FEW_FILES = 128;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	abstract void run(Chaos chaos) throws Exception;

	private static void disorder(Chaos chaos, String name, Duration time, boolean fullDisk) throws Exception {
		Path models = chaos.models(name);
		try (Service service = Service.start(models, MANY_FILES, chaos.log(name))) {
			if (fullDisk) {
				service.fillDisk();
			}
			new Disorder(service, models, Chaos.SPARE, chaos.losses()).run(time);
		}
	}

	/** The parts of these names, such as "disorder,replicas", all where there are none. */
	static List<Part> named(String names) {
		return names.isEmpty() ? List.of(values())
				: Stream.of(names.split(",")).map((name) -> valueOf(name.toUpperCase(Locale.ROOT))).sorted().toList();
	}

}
