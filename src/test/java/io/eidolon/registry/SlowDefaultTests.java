package io.eidolon.registry;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import io.eidolon.inference.Generator;
import io.eidolon.inference.GeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.spy;

/** A default model that takes long to open. */
@Timeout(60)
class SlowDefaultTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path models;

	@Test
	void noOtherModelIsTheDefaultMeanwhile() {
		TestModels.write(this.models, "a", "a", "1", 8);
		TestModels.write(this.models, "b", "b", "1", 8);
		CountDownLatch held = new CountDownLatch(1);
		TestModels.context(this.models)
			.withBean(BeanPostProcessor.class, () -> holding("b", held))
			.withPropertyValues("eidolon.models.default-model=b", "eidolon.models.open-wait=1ms")
			.run((context) -> {
				ModelRegistry registry = context.getBean(ModelRegistry.class);
				try {
					while (registry.models().isEmpty()) {
						Thread.onSpinWait();
					}
					assertThat(registry.opening()).containsExactly("b");
					assertThat(registry.defaultName()).isEqualTo("b");
					assertThatExceptionOfType(ModelUnavailableException.class)
						.isThrownBy(() -> registry.lease(null, null));
				}
				finally {
					held.countDown();
				}
			});
	}

	private static BeanPostProcessor holding(String name, CountDownLatch held) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				if (!(bean instanceof GeneratorFactory)) {
					return bean;
				}
				GeneratorFactory factory = spy((GeneratorFactory) bean);
				willAnswer((call) -> {
					Generator generator = (Generator) call.callRealMethod();
					if (generator.card().name().equals(name)) {
						held.await();
					}
					return generator;
				}).given(factory).open(any());
				return factory;
			}

		};
	}

}
