package io.eidolon.web.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;

/** The accounts of the clients of the last minutes, which are no more than so many. */
final class ClientAccounts {

	/** By then all that may be asked for in a minute has come back. */
	private static final Duration KEPT = Duration.ofMinutes(2);

	private final LoadingCache<Client, ClientAccount> accounts;

	ClientAccounts(int most, TimeMeter time) {
		this.accounts = Caffeine.newBuilder()
			.maximumSize(most)
			.expireAfterAccess(KEPT)
			.build((client) -> new ClientAccount(client.limits(), time));
	}

	ClientAccount of(String name, Limits limits) {
		return this.accounts.get(new Client(name, limits));
	}

	/**
	 * Whose account it is. Other limits make another account.
	 *
	 * @param name the name of the client
	 * @param limits what it may ask for
	 */
	private record Client(String name, Limits limits) {

	}

}
