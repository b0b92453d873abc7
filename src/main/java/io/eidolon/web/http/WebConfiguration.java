package io.eidolon.web.http;

import java.util.List;

import io.eidolon.search.SearchProperties;
import io.eidolon.serving.ServingProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC how values travel in paths and queries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ WebProperties.class, ServingProperties.class, SearchProperties.class })
@Import({ RequestProblems.class, GradientProblems.class, FormBounds.class })
class WebConfiguration implements WebMvcConfigurer {

	private final RequestContextResolver clients;

	WebConfiguration(RequestContextResolver clients) {
		this.clients = clients;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new QueryRules());
		registry.addInterceptor(new EncodingRule());
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.clients);
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		WireType.VALUES.forEach((type) -> addConverter(registry, type));
		registry.addConverterFactory(new ChoiceConverters());
	}

	private static <T> void addConverter(FormatterRegistry registry, WireType<T> type) {
		registry.addConverter(String.class, type.type(), (text) -> type.parser().apply(text));
	}

	/** Reads the values of closed choices. */
	@SuppressWarnings("rawtypes")
	private static final class ChoiceConverters implements ConverterFactory<String, Enum> {

		@Override
		@SuppressWarnings("unchecked")
		public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
			return (text) -> (T) WireType.choice(type).parser().apply(text);
		}

	}

}
