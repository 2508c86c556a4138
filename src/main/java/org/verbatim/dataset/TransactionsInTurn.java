package org.verbatim.dataset;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Has each transaction wait for its turn before it begins, without a connection. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + TransactionsInTurn.AROUND_TRANSACTIONS)
class TransactionsInTurn {

    /** The framework begins them at 200. */
    static final int AROUND_TRANSACTIONS = 100;

    private final Connections connections;

    TransactionsInTurn(Connections connections) {
        this.connections = connections;
    }

    @AroundInvoke
    @Nullable Object begin(InvocationContext transaction) throws Exception {
        return connections.inTurn(transaction);
    }
}
