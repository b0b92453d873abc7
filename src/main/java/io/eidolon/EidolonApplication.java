package io.eidolon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** The serving application: a REST service in front of trained generators. */
@SpringBootApplication
public class EidolonApplication {

	public static void main(String[] arguments) {
		RequestThreads.shareProcessors();
		FatalErrors.endTheProcess();
		SpringApplication application = new SpringApplication(EidolonApplication.class);
		application.addListeners(new TrainingRefusal(), new WithoutWeb(), new PreparedBeans());
		ConfigurableApplicationContext context = application.run(arguments);
		if (!(context instanceof WebServerApplicationContext)) {
			// What it was started for is done.
			System.exit(SpringApplication.exit(context));
		}
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
