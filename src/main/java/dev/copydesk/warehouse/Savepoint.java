package dev.copydesk.warehouse;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Actions within a transaction that can be undone alone, so that rows which the database refuses do not end it. */
final class Savepoint {

    private Savepoint() {}

    /** What runs an action in a savepoint of the current transaction. */
    static TransactionTemplate in(PlatformTransactionManager transactions) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return savepoint;
    }
}
