package io.eidolon.web.http;

import io.eidolon.web.server.RequestId;
import java.util.List;

import io.eidolon.search.SearchProperties;
import io.eidolon.serving.ServingProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC how values travel in paths and queries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ WebProperties.class, ServingProperties.class, SearchProperties.class })
@Import({ RequestProblems.class, GradientProblems.class, FormBounds.class })
class WebConfiguration implements WebMvcConfigurer {

	private final RequestContextResolver clients;

	private final List<String> allowedOrigins;

	WebConfiguration(RequestContextResolver clients, WebProperties properties) {
		this.clients = clients;
		this.allowedOrigins = properties.allowedOrigins();
	}

	/** Before all else, so that what is refused can be read by other origins too. */
	@Bean
	FilterRegistrationBean<CorsFilter> otherOrigins() {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(this.allowedOrigins);
		cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
		cors.addAllowedHeader(CorsConfiguration.ALL);
		cors.setExposedHeaders(
				List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.RETRY_AFTER, RequestId.HEADER,
						BinaryResponse.MODEL, BinaryResponse.VERSION, BinaryResponse.SEED, WarningHeader.NAME));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", cors);
		FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		filter.setEnabled(!this.allowedOrigins.isEmpty());
		return filter;
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
