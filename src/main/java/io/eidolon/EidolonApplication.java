package io.eidolon;

import java.util.List;

import io.eidolon.web.security.KeyCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/** The serving application: a REST service in front of trained generators. */
@SpringBootApplication
public class EidolonApplication {

	public static void main(String[] arguments) {
		if (arguments.length > 0 && arguments[0].equals(KeyCommand.NAME)) {
			List<String> options = List.of(arguments).subList(1, arguments.length);
			System.exit(KeyCommand.run(options, System.out, System.err));
		}
		RequestThreads.shareProcessors();
		FatalErrors.endTheProcess();
		SpringApplication application = new SpringApplication(EidolonApplication.class);
		application.addListeners(new TrainingRefusal());
		application.run(arguments);
	}

	/** Tells whoever wants to train, but forgot the half of it, what is missing. */
	private static final class TrainingRefusal implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			if (event.getEnvironment().acceptsProfiles(Profiles.of("train"))) {
				System.err
					.println("The profile train needs libtorch: add -Ptraining to Maven, or run the -training jar");
				System.exit(1);
			}
		}

	}

}
