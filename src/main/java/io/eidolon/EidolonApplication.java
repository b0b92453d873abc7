package io.eidolon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The serving application: a REST service in front of trained generators. */
@SpringBootApplication
public class EidolonApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(EidolonApplication.class, arguments);
	}

}
