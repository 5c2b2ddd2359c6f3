"""What people settled about who answers for an agency."""

from alembic import op
import sqlalchemy as sa

from store.tables.base import UTCDateTime

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'settlement',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('agency', sa.String(), nullable=False),
        sa.Column('answer', sa.String(), nullable=False),
        sa.Column('geoid', sa.String(), nullable=True),
        sa.Column('bodies', sa.JSON(), nullable=False),
        sa.Column('who', sa.String(), nullable=False),
        sa.Column('at', UTCDateTime(timezone=True), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_settlement')),
    )
    op.create_index(op.f('ix_settlement_key'), 'settlement', ['key'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_settlement_key'), table_name='settlement')
    op.drop_table('settlement')
