"""Where a workbook stands in time, and what changed between two."""

from alembic import op
import sqlalchemy as sa

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('ledger_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('agreement_id', sa.String(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_change'))
    )
    with op.batch_alter_table('ledger_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ledger_change_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_change_state'), ['state'], unique=False)

    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.add_column(sa.Column('placed', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('place_doubt', sa.String(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.drop_column('place_doubt')
        batch_op.drop_column('placed')

    with op.batch_alter_table('ledger_change', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ledger_change_state'))
        batch_op.drop_index(batch_op.f('ix_ledger_change_at'))

    op.drop_table('ledger_change')
